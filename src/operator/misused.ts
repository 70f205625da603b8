/** A command was called wrongly; the message says how to call it. */
export class Misused extends Error {
  override name = 'Misused';
}
