import type { ChainRow } from '../../domain/audit/chain-row.ts';
import type { Result } from '../../domain/result.ts';

/** Brings rows somewhere; a refusal says in words why they are not there. Never throws for what networks do. */
export type Deliver = (rows: readonly ChainRow[]) => Promise<Result<void>>;

/** Milliseconds in which a delivery must have ended. */
export const deliverWithin = 10_000;
