import type { ConsoleParts } from '../console-parts.ts';
import type { SignedIn } from '../session/signed-in.ts';
import type { Follower } from './follower.ts';

/** What a procedure is handed beside its input. */
export interface Context {
  readonly parts: ConsoleParts;
  readonly person: SignedIn | null;
  /** The client's address, from the socket and never from what it says itself. */
  readonly source: string;
  readonly follower: Follower;
}
