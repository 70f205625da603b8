/** What a browser sent, by name. */
function readCookies(header: string | undefined): Map<string, string> {
  const pairs = (header ?? '').split(';').map((pair) => {
    const equals = pair.indexOf('=');
    return [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()] as const;
  });
  return new Map(pairs);
}

/** Cookies of this origin that scripts cannot read. `__Host-`: no other host of the same domain can set them. */
export function createCookies(isSecure: boolean) {
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  const nameOf = (name: string) => `${isSecure ? '__Host-' : ''}kally-${name}`;
  return {
    /** What the browser sent, by our name for it; empty if it has none. */
    read(header: string | undefined, name: string): string {
      return readCookies(header).get(nameOf(name)) ?? '';
    },
    /** For `set-cookie`; without a value, the browser deletes the cookie. */
    write(name: string, value: string, lifetimeMs: number): string {
      const maxAge = value ? Math.ceil(lifetimeMs / 1000) : 0;
      return `${nameOf(name)}=${value}; ${attributes}; Max-Age=${maxAge}`;
    },
  };
}
