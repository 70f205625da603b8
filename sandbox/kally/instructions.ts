import type { Appointment } from './language-pack.ts';

/** What is for the assistant alone is followed, and not said. */
const silent =
  /\bnot (?:to )?(?:be )?read\b.*\bout\b|\bno lo leas\b|^begin the call\b|^empieza la llamada\b|\bonly if they ask\b|\bsolo si lo piden\b/i;
const margin = /\b(?:at most|como mucho) (\d+) (?:minutes|minutos)\b/i;
const sameDay = /\banother time on the same day\b|\botra hora del mismo día\b/i;

/** The instructions that the assistant passes on. */
export function toBeSaid(instructions: readonly string[]): string[] {
  return instructions.filter((one) => !silent.test(one));
}

/** Whether the assistant may take another time than the one asked for. */
export function mayTake(instructions: readonly string[], asked: Appointment, offered: Appointment): boolean {
  if (asked.date !== offered.date) return false;
  const apart = Math.abs(minutesOf(asked) - minutesOf(offered));
  return instructions.some((one) => sameDay.test(one) || apart <= Number(margin.exec(one)?.[1] ?? -1));
}

function minutesOf({ time }: Appointment): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
