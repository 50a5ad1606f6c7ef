import { ChainCheck } from '../../domain/audit/chain-check.ts';
import type { ChainBreak } from '../../domain/audit/chain-verdict.ts';
import type { Witness } from '../../domain/audit/checkpoint.ts';
import { trustedMarks } from '../../domain/audit/trusted-marks.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { isSignedBy } from '../keys/verify.ts';
import { isSqliteFile, readDatabaseLog } from './read-database-log.ts';
import { readExportedLog } from './read-exported-log.ts';
import { readWitnessFile } from './read-witness-file.ts';
import { sha256 } from './sha256.ts';
import type { VerifiedLog } from './verified-log.ts';

export interface FileToVerify {
  /** The console's SQLite file, or an export as JSON lines; it is only read. */
  readonly file: string;
  /** The console's raw Ed25519 public key, base64. */
  readonly publicKey: string;
  /** Files that witnesses keep, such as an agent's `witness.jsonl`, or exported checkpoints. */
  readonly witnessFiles: readonly string[];
}

/** Verifies a log in a file, without a console; a refusal when a file can't be read as one. Blocks while it reads. */
export function verifyFile({ file, publicKey, witnessFiles }: FileToVerify): Result<VerifiedLog> {
  const witnesses: Witness[] = [];
  for (const name of witnessFiles) {
    const checkpoints = readWitnessFile(name);
    if (!checkpoints.ok) return checkpoints;
    witnesses.push({ by: name, checkpoints: checkpoints.value });
  }
  const opened = open(file);
  if (!opened.ok) return opened;
  const log = opened.value;
  const isSigned = (text: string, signature: string) => isSignedBy(publicKey, text, signature);
  const { marks, unsigned } = trustedMarks(log.checkpoints, witnesses, isSigned);
  const check = new ChainCheck({ sha256, marks, excerpt: log.excerpt });
  log.readRows(check);
  const verdict = check.end();
  const forged = unsigned.find(({ by }) => by === null);
  const agreedTo = Math.max(0, ...verdict.agreed.map(({ upTo }) => upTo));
  // Rows that fit each other under a checkpoint that the console never signed.
  const byForgery: ChainBreak | null = forged
    ? { kind: 'rewritten', seq: agreedTo + 1, upTo: forged.seq, foundBy: 'checkpoint', by: null }
    : null;
  return ok({ ...verdict, broken: verdict.broken ?? byForgery, unsigned, excerpt: log.excerpt });
}

function open(file: string) {
  try {
    return isSqliteFile(file) ? readDatabaseLog(file) : readExportedLog(file);
  } catch (error) {
    return refused(`${file} can’t be read: ${(error as Error).message}`);
  }
}
