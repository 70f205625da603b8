const hourMs = 60 * 60_000;
/** At nine in UTC it is day in Madrid and past four in New York, whether their clocks are on summer time or not. */
const [nightFrom, dayFrom] = [21, 9];

/** A day in words that mean one day at every hour, for messages that Slack dates itself: "November 30". */
export function inTwoDays(timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', timeZone });
  return day.format(Date.now() + 48 * hourMs);
}

/**
 * How far time goes on before it is day for the people of the sandbox; nothing by day. After midnight "tomorrow" may mean two days, and the
 * form asks which, so that what they type at night is read otherwise.
 */
export function untilDaytimeMs(now = Date.now()): number {
  const hour = new Date(now).getUTCHours();
  if (hour >= dayFrom && hour < nightFrom) return 0;
  const midnight = Math.floor(now / (24 * hourMs)) * 24 * hourMs;
  const day = hour < dayFrom ? midnight : midnight + 24 * hourMs;
  return day + (dayFrom + 0.1) * hourMs - now;
}
