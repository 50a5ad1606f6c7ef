import { z } from 'zod';
import type { AuditAction } from '../audit/audit-row.ts';
import { nameSchema } from '../definition/service-definition.ts';
import { type Role, roleSchema } from './role.ts';

/** What a token may be confined to, beside reading. */
export const tokenScopes = ['definition', 'drains', 'releases', 'directors', 'clusters'] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** Days that a token may last. */
export const longestTokenDays = 365;
export const usualTokenDays = 90;

/** `shoal_`, an id that is no secret, and 256 bits in base64url: begins with a letter, and a scanner finds it. */
export const apiTokenPattern = /^shoal_([0-9a-f]{18})_([A-Za-z0-9_-]{43})$/;

export const newApiTokenSchema = z.strictObject({
  name: nameSchema,
  role: roleSchema,
  /** Null for all, those that come later too. */
  clusters: z.array(nameSchema).min(1).max(200).nullable().default(null),
  /** Null for all that the role allows. Reading is always allowed. */
  scopes: z.array(z.enum(tokenScopes)).max(tokenScopes.length).nullable().default(null),
  days: z.number().int().min(1).max(longestTokenDays).default(usualTokenDays),
});

export type NewApiTokenInput = z.output<typeof newApiTokenSchema>;

/** A token as lists show it; its secret is kept nowhere. */
export interface ApiToken {
  readonly id: string;
  /** `ann/ci`: how the audit log and drains name it. */
  readonly name: string;
  /** The user name of whoever made it; it never may more than they may now. */
  readonly maker: string;
  readonly role: Role;
  /** Names; null for all. One that is out of use has no name any more and isn't listed. */
  readonly clusters: readonly string[] | null;
  readonly scopes: readonly TokenScope[] | null;
  /** Milliseconds since 1970 on the console's clock, as all times here. */
  readonly createdAt: number;
  readonly expiresAt: number;
  /** To the minute; null while it was never used. */
  readonly lastUsedAt: number | null;
  readonly lastUsedFrom: string | null;
  readonly state: 'active' | 'expired' | 'revoked' | 'maker-disabled';
}

const scopeOfNoun: Readonly<Record<string, TokenScope>> = {
  definition: 'definition',
  draft: 'definition',
  drift: 'definition',
  rollout: 'definition',
  drain: 'drains',
  release: 'releases',
  director: 'directors',
  cluster: 'clusters',
};

/** The scope that an action belongs to; `reading` for what writes nothing but its audit entry; null for no token at all. */
export function scopeOfAction(action: AuditAction | null): TokenScope | 'reading' | null {
  if (action === null || action === 'read' || action === 'export') return 'reading';
  return scopeOfNoun[action.split('.')[0] ?? ''] ?? null;
}
