import type { Definition } from '../../domain/definition/definition.ts';
import type { Address } from '../../domain/lvs/address.ts';
import type { DirectorFacts } from '../../domain/observation/observation.ts';

/** The VIPs that came to a director's own interfaces, and those that left: a failover, as one side of it sees it. */
export function movedVips(
  definitions: readonly Definition[],
  before: DirectorFacts | null,
  after: DirectorFacts,
): { readonly gained: readonly Address[]; readonly lost: readonly Address[] } {
  // A console that has just met the director doesn't know what it had.
  if (!before) return { gained: [], lost: [] };
  const vips = new Set(
    definitions.flatMap(({ services }) => services.flatMap(({ key }) => (key.kind === 'address' ? key.address : []))),
  );
  const [had, has] = [new Set(before.addresses), new Set(after.addresses)];
  const moved = [...vips].filter((vip) => had.has(vip) !== has.has(vip)).sort();
  return { gained: moved.filter((vip) => has.has(vip)), lost: moved.filter((vip) => had.has(vip)) };
}
