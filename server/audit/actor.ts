import type { ActorKind } from '../../domain/audit/audit-row.ts';
import type { SignedIn } from '../trpc/context.ts';

/** Who does something, as the audit log keeps it. */
export interface Actor {
  readonly name: string;
  readonly kind: ActorKind;
  readonly role: string | null;
  /** The address that it came from. */
  readonly source: string | null;
}

/** A person, or the token that stands for less than one. */
export const personActor = (person: Pick<SignedIn, 'username' | 'role' | 'token'>, source: string): Actor => ({
  name: person.username,
  kind: person.token ? 'token' : 'person',
  role: person.role,
  source,
});

export const agentActor = (director: string, source: string): Actor => ({
  name: director,
  kind: 'agent',
  role: null,
  source,
});

export const consoleActor: Actor = { name: 'console', kind: 'system', role: null, source: null };
