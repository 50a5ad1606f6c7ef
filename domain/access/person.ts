import type { Role } from './role.ts';

/** Somebody who may sign in, as the list of people shows them. */
export interface Person {
  readonly name: string;
  readonly username: string;
  readonly role: Role;
  readonly disabled: boolean;
  /** Milliseconds since 1970 on the console's clock. */
  readonly createdAt: number;
  /** When a session of theirs last began; null when none did. */
  readonly lastSignIn: number | null;
}
