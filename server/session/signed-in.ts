import type { TokenScope } from '../../domain/access/api-token.ts';
import type { Role } from '../../domain/access/role.ts';

/** Somebody who signed in, as every procedure sees them. */
export interface SignedIn {
  readonly id: string;
  readonly sessionId: string;
  readonly name: string;
  readonly username: string;
  readonly role: Role;
  /** The token of the API that was shown in the place of a session. */
  readonly token?: HeldToken;
}

/** What a token is confined to. */
export interface HeldToken {
  /** Ids; null for all. */
  readonly clusters: ReadonlySet<string> | null;
  readonly scopes: readonly TokenScope[] | null;
  readonly expiresAt: number;
}
