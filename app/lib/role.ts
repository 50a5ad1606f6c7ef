import type { Role } from '../../domain/access/role.ts';

export type { Role };

const ranks: Record<Role, number> = { viewer: 0, operator: 1, administrator: 2 };

/** `includesRole` of the domain, without the schemas that stand beside it: every page needs this, none needs those. */
export const includesRole = (role: Role, needed: Role): boolean => ranks[role] >= ranks[needed];
