import { expect, test } from 'vitest';
import { exitCode, helpText, readOptions } from './options.ts';

test('a console is all that is needed', () => {
  expect(readOptions(['--console', 'https://shoal.example'], 'lb1')).toEqual({
    ok: true,
    value: {
      socketUrl: 'wss://shoal.example/api/agent',
      token: null,
      name: 'lb1',
      stateFolder: '/var/lib/shoal',
      mode: 'run',
      simulated: false,
    },
  });
});

test.each([
  [[], '--console is missing'],
  [['--console', 'nowhere'], 'nowhere'],
  [['--conosle', 'http://x'], 'conosle'],
  [['--console'], 'console'],
  [['--console', 'http://x', '--name', 'two words'], 'two words'],
  [['--dry-run', '--once'], 'exclude each other'],
  [['--console', 'http://x', 'more'], 'more'],
])('%j is refused with the option’s name', (args, named) => {
  const options = readOptions(args, 'lb1');
  expect(options.ok).toBe(false);
  expect(JSON.stringify(options)).toContain(named);
});

test('help and version need nothing else', () => {
  expect(readOptions(['--help'], 'a host')).toMatchObject({ ok: true, value: { mode: 'help' } });
  expect(readOptions(['--version'], 'a host')).toMatchObject({ ok: true, value: { mode: 'version' } });
});

test('each exit code is in the help', () => {
  for (const code of Object.values(exitCode)) expect(helpText).toMatch(new RegExp(`^ {2}${code} {2}`, 'm'));
});
