import { readFileSync } from 'node:fs';
import { type Checkpoint, checkpointSchema } from '../../domain/audit/checkpoint.ts';
import { ok, type Result, refused } from '../../domain/result.ts';

/** The checkpoints in a file with one as JSON on each line; a last line that a crash cut off is left out. */
export function readWitnessFile(file: string): Result<readonly Checkpoint[]> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return refused(`${file} can’t be read: ${(error as Error).message}`);
  }
  const lines = text.split('\n');
  const checkpoints: Checkpoint[] = [];
  for (const [index, line] of lines.entries()) {
    const last = index === lines.length - 1;
    if (line === '') continue;
    const parsed = parse(line);
    if (parsed) checkpoints.push(parsed);
    else if (!last) return refused(`${file}, line ${index + 1}: not a checkpoint`);
  }
  return ok(checkpoints);
}

function parse(line: string): Checkpoint | null {
  try {
    return checkpointSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
