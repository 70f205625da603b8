/** Our own ids are whole UUIDs; those of others may look otherwise. */
export function isOwnId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
