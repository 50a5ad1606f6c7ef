import { expect, test } from 'vitest';
import { addStreamSchema } from '../../../domain/audit/audit-stream.ts';
import { fieldOfStreamPath, newStreamValues, typedStream } from './stream-values.ts';

const typed = { ...newStreamValues, name: ' siem ', reason: 'OPS-1' };
const problems = (values: typeof typed) =>
  addStreamSchema.safeParse(typedStream(values)).error?.issues.map(({ path }) => fieldOfStreamPath(path)) ?? [];

test('what is typed is what the API takes', () => {
  expect(addStreamSchema.parse(typedStream({ ...typed, url: ' https://siem.example.org/in ' }))).toEqual({
    ...{ name: 'siem', fromStart: false, reason: 'OPS-1' },
    target: { kind: 'webhook', url: 'https://siem.example.org/in' },
  });
  expect(addStreamSchema.parse(typedStream({ ...typed, kind: 'syslog-udp', host: 'log.example.org' })).target).toEqual({
    ...{ kind: 'syslog', transport: 'udp', host: 'log.example.org', port: 514 },
  });
});

test('what is wrong stands beside its field', () => {
  expect(problems({ ...typed, url: 'siem' })).toEqual(['url']);
  expect(problems({ ...typed, kind: 'syslog-tcp', host: 'a b', port: 'x' })).toEqual(['host', 'port']);
  expect(problems({ ...typed, url: 'https://x.example', name: 'a b', reason: '' })).toEqual(['name', 'reason']);
});
