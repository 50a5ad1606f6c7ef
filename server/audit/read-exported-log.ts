import type { Checkpoint } from '../../domain/audit/checkpoint.ts';
import { exportedRowSchema, exportHeadSchema, exportLineSchema, rowOfLine } from '../../domain/audit/exported-row.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { eachLine } from './each-line.ts';
import type { ReadableLog } from './verified-log.ts';

/** The log in an export as JSON lines: its head, rows, and the checkpoints behind them. */
export function readExportedLog(file: string): Result<ReadableLog> {
  const checkpoints: Checkpoint[] = [];
  let excerpt: boolean | null = null;
  let number = 0;
  for (const line of eachLine(file)) {
    number += 1;
    if (number > 1 && !line.startsWith('{"checkpoint"')) continue;
    const parsed = exportLineSchema.safeParse(jsonOf(line));
    if (!parsed.success) return refused(`${file}, line ${number}: not a line of an audit export`);
    if ('shoalAuditLog' in parsed.data) excerpt = parsed.data.excerpt;
    if ('checkpoint' in parsed.data) checkpoints.push(parsed.data.checkpoint);
  }
  if (excerpt === null) return refused(`${file} is neither a console’s database nor an export as JSON lines`);
  return ok({
    checkpoints,
    excerpt,
    readRows(check) {
      for (const line of eachLine(file)) {
        if (line === '' || line.startsWith('{"checkpoint"') || exportHeadSchema.safeParse(jsonOf(line)).success)
          continue;
        check.take(rowOfLine(exportedRowSchema.parse(jsonOf(line))));
      }
    },
  });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
