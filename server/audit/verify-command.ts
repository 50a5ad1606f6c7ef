import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ok, type Result, refused } from '../../domain/result.ts';
import { rawPublicKey } from '../keys/console-key.ts';
import { isPublicKey } from '../keys/verify.ts';
import type { FileToVerify } from './verify-file.ts';

export const verifyUsage = `Usage: audit:verify -- FILE --key KEY [--witness FILE]...

Verifies an audit log without a console. FILE is a console's shoal.db or an export as JSON lines.

  --key KEY       the console's public key: base64 (an agent's identity.json has it as consoleKey), or a PEM file such
                  as the data folder's console-key.pem. Take it from elsewhere than the file that you doubt.
  --witness FILE  what a director's agent kept: witness.jsonl in its state folder (/var/lib/shoal). May be repeated.

Exit codes: 0 as it was written, 1 it isn't, 2 wrong options or a file that can't be read.`;

/** What the arguments of `audit verify` ask for, or how to use it. */
export function readVerifyOptions(args: readonly string[]): Result<FileToVerify> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return refused(`${(error as Error).message}\n\n${verifyUsage}`);
  }
  const { values, positionals } = parsed;
  const [file, ...more] = positionals;
  if (values.help || file === undefined || more.length > 0 || values.key === undefined) return refused(verifyUsage);
  const publicKey = keyOf(values.key);
  if (!publicKey) return refused(`--key ${values.key}: neither a public key in base64 nor a PEM file`);
  return ok({ file, publicKey, witnessFiles: values.witness ?? [] });
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      witness: { type: 'string', multiple: true },
      help: { type: 'boolean' },
    },
  });

function keyOf(text: string): string | null {
  if (isPublicKey(text)) return text;
  try {
    return rawPublicKey(createPublicKey(readFileSync(text))).toString('base64');
  } catch {
    return null;
  }
}
