type Page = { url: string; text: string };

const mostRedirects = 10;

/** A browser as small as a story needs it: keeps cookies, follows redirects, sends a page's form. */
export function createVisitor() {
  const cookies = new Map<string, string>();

  async function ask(url: string, init: RequestInit): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, headers: { cookie }, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  }

  async function visit(address: string, init: RequestInit = {}): Promise<Page> {
    let url = address;
    let response = await ask(url, init);
    for (let hop = 0; response.status >= 300 && response.status < 400 && hop < mostRedirects; hop += 1) {
      url = new URL(response.headers.get('location') ?? '', url).href;
      response = await ask(url, {});
    }
    const text = await response.text();
    if (!response.ok)
      throw new Error(`${response.status} at ${new URL(url).pathname}: ${text.slice(0, 200)}`);
    return { url, text };
  }

  /** Presses a button of the page's form, with what the form holds already. */
  function press({ url, text }: Page, name: string, value: string): Promise<Page> {
    const form = /<form[^>]*>[\s\S]*?<\/form>/.exec(text)?.[0] ?? '';
    const action = attributeOf(form, 'action') ?? '';
    const held = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(
      ([input]) => [attributeOf(input, 'name') ?? '', attributeOf(input, 'value') ?? ''] as [string, string],
    );
    const body = new URLSearchParams([...held, [name, value]]);
    return visit(new URL(action, url).href, { method: 'POST', body });
  }

  return { open: (url: string) => visit(url), press };
}

function attributeOf(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&');
}
