import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import { crowdedTable } from '../lvs/table.arbitrary.ts';
import type { IpvsTable } from '../lvs/table.ts';
import { plainDestination } from './differences.ts';
import type { TableAction } from './plan.ts';
import { planTable } from './plan-table.ts';
import { tableAfter } from './table-after.ts';

const keysOf = (tableOfKeys: IpvsTable) => new Set(tableOfKeys.services.map((service) => serviceKeyText(service.key)));
const none = new Set<never>();

/** Tables as comparable values: order means nothing to a kernel. */
const plain = (from: IpvsTable) =>
  Object.fromEntries(
    from.services.map(({ key, destinations, ...config }) => [
      serviceKeyText(key),
      {
        ...config,
        schedulerFlags: [...config.schedulerFlags].sort(),
        destinations: Object.fromEntries(destinations.map((to) => [destinationKeyText(to), plainDestination(to)])),
      },
    ]),
  );

function tablesAlong(start: IpvsTable, steps: readonly TableAction[]): IpvsTable[] {
  const tables = [start];
  for (const step of steps) {
    const next = tableAfter(tables.at(-1) ?? start, step);
    if (!next.ok) throw new Error(`${step.action} was refused: ${next.reason}`);
    tables.push(next.value);
  }
  return tables;
}

describe('planTable', () => {
  it('gives the kernel the desired table, and then has nothing left to do', () => {
    fc.assert(
      fc.property(crowdedTable, crowdedTable, (desired, observed) => {
        const owned = keysOf(observed);
        const { steps } = planTable(desired, observed, owned, none);
        const after = tablesAlong(observed, steps).at(-1) ?? observed;
        expect(plain(after)).toEqual(plain(desired));
        expect(planTable(desired, after, keysOf(after), none).steps).toEqual([]);
      }),
    );
  });

  it('never stops a service that serves before and after', () => {
    const serving = (tableOf: IpvsTable) =>
      tableOf.services
        .filter((service) => service.destinations.some((to) => to.weight > 0))
        .map((service) => serviceKeyText(service.key));
    fc.assert(
      fc.property(crowdedTable, crowdedTable, (desired, observed) => {
        const { steps } = planTable(desired, observed, keysOf(observed), none);
        const always = serving(observed).filter((key) => serving(desired).includes(key));
        for (const between of tablesAlong(observed, steps))
          expect(serving(between)).toEqual(expect.arrayContaining(always));
      }),
    );
  });

  it('leaves foreign services alone and names those in the way', () => {
    fc.assert(
      fc.property(crowdedTable, crowdedTable, crowdedTable, (desired, observed, ownedTable) => {
        const owned = keysOf(ownedTable);
        const { steps, foreign } = planTable(desired, observed, owned, none);
        const touched = new Set(steps.map((step) => serviceKeyText(step.service)));
        for (const key of keysOf(observed)) if (!owned.has(key)) expect(touched).not.toContain(key);
        const inTheWay = [...keysOf(desired)].filter((key) => keysOf(observed).has(key) && !owned.has(key));
        expect([...foreign].sort()).toEqual(inTheWay.sort());
      }),
    );
  });

  it('takes over a foreign service only when told to', () => {
    fc.assert(
      fc.property(crowdedTable, crowdedTable, (desired, observed) => {
        const { steps, foreign } = planTable(desired, observed, none, keysOf(desired));
        expect(foreign).toEqual([]);
        const after = plain(tablesAlong(observed, steps).at(-1) ?? observed);
        expect(after).toEqual({ ...plain(observed), ...plain(desired) });
      }),
    );
  });

  it('changes one weight with one step', () => {
    fc.assert(
      fc.property(
        crowdedTable.filter(({ services }) => services.some((service) => service.destinations.length > 0)),
        (observed) => {
          const index = observed.services.findIndex((service) => service.destinations.length > 0);
          const desired = {
            services: observed.services.map((service, at) => ({
              ...service,
              destinations: service.destinations.map((to, i) =>
                at === index && i === 0 ? { ...to, weight: to.weight === 7 ? 8 : 7 } : to,
              ),
            })),
          };
          const { steps } = planTable(desired, observed, keysOf(observed), none);
          expect(steps.map((step) => step.action)).toEqual(['change-destination']);
        },
      ),
    );
  });
});
