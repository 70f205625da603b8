/**
 * Where one of Slack's own addresses leads, as the page's `#place` or `#place/thread`; undefined for any other address.
 * https://docs.slack.dev/interactivity/deep-linking
 */
export function placeOf(address: string): string | undefined {
  const url = URL.parse(address);
  if (url?.protocol === 'slack:') return placeInApp(url);
  const [, channelId, seconds, micros] =
    /^\/archives\/([A-Z0-9]+)\/p(\d{10})(\d{6})$/.exec(url?.pathname ?? '') ?? [];
  if (!channelId) return undefined;
  return `${channelId}/${url?.searchParams.get('thread_ts') ?? `${seconds}.${micros}`}`;
}

function placeInApp({ host, searchParams }: URL): string {
  if (host === 'app') return `app-${searchParams.get('tab') ?? 'home'}`;
  return searchParams.get('id') ?? '';
}
