import type { ActorKind, SignedInBy } from '../../domain/audit/audit-row.ts';
import type { SignedIn } from '../session/signed-in.ts';

/** Who does something, as the audit log keeps it. */
export interface Actor {
  readonly name: string;
  readonly kind: ActorKind;
  readonly role: string | null;
  /** The address that it came from. */
  readonly source: string | null;
  /** By what it proved who it is; left out where it needn't. */
  readonly signedInBy?: SignedInBy | null;
}

/** A person, or the token that stands for less than one. */
export const personActor = (person: Pick<SignedIn, 'username' | 'role' | 'token'>, source: string): Actor => ({
  name: person.username,
  kind: person.token ? 'token' : 'person',
  role: person.role,
  source,
  signedInBy: person.token ? 'token' : 'password',
});

export const agentActor = (director: string, source: string): Actor => ({
  name: director,
  kind: 'agent',
  role: null,
  source,
  signedInBy: 'key',
});

export const consoleActor: Actor = { name: 'console', kind: 'system', role: null, source: null };
