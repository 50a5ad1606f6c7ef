import path from 'node:path';
import { pino } from 'pino';
import type { Result } from '../domain/result.ts';
import { resetPasswordAtShell } from './access/reset-at-shell.ts';
import { openDatabase } from './db/database.ts';
import { findInstallation } from './installation.ts';
import { openNextPages } from './next-pages.ts';
import { type Console, openConsole } from './open-console.ts';
import type { Command } from './settings/command-line.ts';
import { settingsOf } from './settings/settings.ts';
import { untilStopped } from './until-stopped.ts';

/** Serves the console until it is told to stop, or does the one thing that was asked; gives the exit code. */
export async function run(command: Command, mode: 'production' | 'development'): Promise<number> {
  const settings = settingsOf(process.env);
  if (!settings.ok) return failed(settings);
  const installation = findInstallation(import.meta.dirname);
  const { dataDirectory } = settings.value;
  const now = () => Date.now();
  if (command.kind === 'reset-password') {
    const migrations = path.join(installation, 'prisma/migrations');
    const db = await openDatabase(path.join(dataDirectory, 'shoal.db'), migrations, now);
    const reset = await resetPasswordAtShell(db, now, command.username);
    await db.$disconnect();
    if (!reset.ok) return failed(reset);
    console.log(`New password of ${command.username}: ${reset.value}`);
    return 0;
  }
  const log = pino({ level: process.env.SHOAL_LOG ?? 'info' }, pino.destination(2));
  let opened: Console;
  try {
    const openPages = openNextPages(installation, mode);
    opened = await openConsole({ settings: settings.value, installation, log, now, openPages });
  } catch (error) {
    return failed({ ok: false, reason: startError(error, process.env.SHOAL_LISTEN) });
  }
  console.log(`Shoal listens on ${opened.url}`);
  if (opened.firstSignIn) {
    const { username, password } = opened.firstSignIn;
    console.log(`First sign-in: ${username} / ${password}\nThis password is shown once. Change it under Access.`);
  }
  await untilStopped(['SIGINT', 'SIGTERM']);
  await opened.stop();
  return 0;
}

function failed({ reason }: Extract<Result<never>, { ok: false }>): number {
  console.error(reason);
  return 1;
}

/** Why the console could not start, with the variable to change where there is one. */
function startError(error: unknown, listen: string | undefined): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const address = listen ?? '127.0.0.1:3000';
  if (code === 'EADDRINUSE') return `SHOAL_LISTEN: ${address} is in use by another program.`;
  if (code === 'EADDRNOTAVAIL') return `SHOAL_LISTEN: ${address} is not an address of this machine.`;
  if (code === 'EACCES')
    return `SHOAL_LISTEN: ${address} or SHOAL_DATA needs rights that this user hasn’t got: ${message}`;
  return `The console could not start: ${message}`;
}
