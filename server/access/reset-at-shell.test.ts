import { afterAll, beforeAll, expect, test } from 'vitest';
import { ExampleConsole } from '../console.example.ts';
import { parseCommandLine } from '../settings/command-line.ts';
import { signIn } from '../web/browser.example.ts';
import { resetPasswordAtShell } from './reset-at-shell.ts';

const console = new ExampleConsole();
beforeAll(() => console.start());
afterAll(() => console.remove());

test('whoever has a shell gives a new password, and the audit log says so', async () => {
  const reset = await resetPasswordAtShell(console.parts.db, Date.now, 'admin');
  expect((await signIn(console.url, 'admin', reset.ok ? reset.value : '')).status).toBe(200);
  expect((await signIn(console.url, 'admin', console.open.firstSignIn?.password ?? '')).status).toBe(401);
  const { rows } = await console.as('viewer').audit.list({ filters: { action: 'person.reset-password' } });
  expect(rows).toMatchObject([{ actor: expect.stringMatching(/^shell: /), actorKind: 'system', resource: 'admin' }]);
});

test('a name that nobody has is refused', async () => {
  expect(await resetPasswordAtShell(console.parts.db, Date.now, 'nobody')).toMatchObject({ ok: false });
});

test('the command line is what it says, or how to use it', () => {
  expect(parseCommandLine([])).toEqual({ ok: true, value: { kind: 'serve' } });
  expect(parseCommandLine(['--reset-password', 'Ann'])).toMatchObject({ value: { username: 'ann' } });
  for (const wrong of [['--reset-password'], ['--help'], ['--reset-password', 'ann', 'bob']])
    expect(parseCommandLine(wrong)).toMatchObject({ ok: false, reason: expect.stringContaining('Usage') });
});
