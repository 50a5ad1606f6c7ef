import type { ConsoleParts } from '../console-parts.ts';
import type { Actor } from './actor.ts';
import type { ChainState } from './chain-watch.ts';
import { recorded } from './recorded.ts';
import { findNewestHash } from './store.ts';
import type { WitnessState } from './witnesses.ts';

/** What is known of the log: what was verified, what was signed, who holds it. */
export interface ChainStatus extends ChainState {
  /** The console's clock when it said so, in milliseconds since 1970. */
  readonly at: number;
  /** The last row there is. */
  readonly newest: number;
  /** The key that signs, for verifying elsewhere: raw Ed25519, base64. */
  readonly consoleKey: string;
  readonly checkpoint: { readonly seq: number; readonly at: number } | null;
  /** The connected directors that hold checkpoints, by name. */
  readonly witnesses: readonly WitnessState[];
}

export async function chainStatus({ db, audit, key, now }: ConsoleParts): Promise<ChainStatus> {
  const { seq: newest } = await findNewestHash(db);
  const { newest: checkpoint } = audit.checkpoints;
  return {
    ...audit.chain.state,
    at: now(),
    newest,
    consoleKey: key.publicKey,
    checkpoint: checkpoint && { seq: checkpoint.seq, at: checkpoint.at },
    witnesses: audit.witnesses.states.toSorted((a, b) => a.director.localeCompare(b.director)),
  };
}

/** Signs the newest row, so that witnesses hold it, and begins to look at all; doesn't wait for the end of that. */
export async function verifyNow({ db, now, audit, log }: ConsoleParts, actor: Actor): Promise<void> {
  await recorded(db, now(), actor, async () => ({ value: undefined, entries: [{ action: 'audit.verify' }] }));
  await audit.checkpoints.sign();
  audit.chain.verify('all').catch((error: unknown) => log.error({ err: error }, 'the audit log could not be verified'));
}
