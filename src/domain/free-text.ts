import type { Draft, Reading } from './call-request.ts';
export function readFreeText(text: string, _reading: Reading): { draft: Draft; isRequest: boolean } {
  return { draft: { task: text }, isRequest: true };
}
