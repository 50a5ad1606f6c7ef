import type { Command } from './command.ts';
import { apply, plan } from './commands/apply.ts';
import { auditCommands } from './commands/audit.ts';
import { completion } from './commands/completion.ts';
import { directors, table } from './commands/directors.ts';
import { drain } from './commands/drain.ts';
import { exportCommand, importCommand } from './commands/files.ts';
import { findings } from './commands/findings.ts';
import { job } from './commands/job.ts';
import { releaseCommands } from './commands/release.ts';
import { returnCommand } from './commands/return.ts';
import { status } from './commands/status.ts';

/** Every command, in the order of its help: what is done daily first. */
export const commandTable: readonly Command[] = [
  ...[status, findings, directors, table],
  ...[drain, returnCommand],
  ...releaseCommands,
  ...[plan, apply, importCommand, exportCommand],
  ...auditCommands,
  job,
  completion,
];
