import fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference, patched } from '../../sandbox/slack/changes.ts';

const onWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

test('applying a difference turns one value into another, also through JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      const patch = difference(onWire(before), after);
      expect(patch ? patched(onWire(before), onWire(patch)) : onWire(before)).toEqual(onWire(after));
    }),
  );
});

test('what did not change is the same object, and is not sent', () => {
  const before = { a: { deep: [1, 2] }, list: [{ id: 1 }, { id: 2 }], gone: true };
  const after = { a: { deep: [1, 2] }, list: [{ id: 1 }, { id: 3 }, { id: 4 }], left: undefined };
  const patch = difference(before, after);
  expect(patch).toEqual({
    fields: { list: { items: { 1: { fields: { id: { set: 3 } } }, 2: { set: { id: 4 } } }, length: 3 } },
    gone: ['gone'],
  });
  const now = patched(before, patch ?? { set: undefined }) as typeof before;
  expect(now.a).toBe(before.a);
  expect(now.list[0]).toBe(before.list[0]);
  expect(difference(before, { ...before, nothing: undefined })).toBeUndefined();
});
