/** Whether the shares of a service's destinations are those that its scheduler and weights promise. */
export type BalanceVerdict =
  | { readonly kind: 'balanced'; readonly connections: number; readonly seconds: number }
  /** Balanced, and the promised shares differ: somebody gave the destinations different weights. */
  | { readonly kind: 'as-configured'; readonly connections: number; readonly seconds: number }
  | { readonly kind: 'skewed'; readonly connections: number; readonly seconds: number; readonly pValue: number }
  /** Not a good sign nor a bad one: the sample is too small for the test. */
  | { readonly kind: 'too-little-traffic'; readonly connections: number; readonly seconds: number }
  /** Fewer than two destinations serve: there is nothing to balance. */
  | { readonly kind: 'nothing-to-balance' }
  | { readonly kind: 'unknown' };
