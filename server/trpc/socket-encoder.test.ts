import { expect, test } from 'vitest';
import { serialiseOnce } from './serialise-once.ts';
import { socketEncoder } from './socket-encoder.ts';
import { transformer } from './transformer.ts';

const event = (view: object) => ({
  id: 7,
  jsonrpc: '2.0',
  result: { type: 'data', id: 'boot-1', data: transformer.serialize({ id: 'boot-1', data: view }) },
});

test('a followed view arrives as any other value does', () => {
  const view = { at: 1, rows: [{ name: 'a"b', cps: null }] };
  const followed = JSON.parse(socketEncoder.encode(event(serialiseOnce({ ...view }))));
  expect(followed).toEqual(JSON.parse(JSON.stringify(event(view))));
  expect(transformer.deserialize(followed.result.data)).toEqual({ id: 'boot-1', data: view });
});

test('a followed view is made into JSON once', () => {
  let made = 0;
  const view = serialiseOnce({
    at: 1,
    toJSON() {
      made += 1;
      return { at: 1 };
    },
  });
  for (let browser = 0; browser < 10; browser++) socketEncoder.encode(event(view));
  expect(made).toBe(1);
});

test('other messages go as JSON does', () => {
  const message = { id: 1, result: { type: 'started' } };
  expect(socketEncoder.encode(message)).toBe(JSON.stringify(message));
});
