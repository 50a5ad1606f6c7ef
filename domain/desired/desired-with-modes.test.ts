import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definition as anyDefinition } from '../definition/definition.arbitrary.ts';
import { type Definition, definitionSchema } from '../definition/definition.ts';
import { realServerNames } from '../definition/real-server.ts';
import { tutorialDefinition } from '../display/cluster-record.example.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import { drainOf, rampOf } from '../overlay/overlay.example.ts';
import { type Overlay, overlaySchema } from '../overlay/overlay.ts';
import { type DesiredDestination, desiredTable } from './desired-table.ts';

const web2 = { kind: 'real-server' as const, name: 'web2' };
const web = (overlays: Overlay[], definition = tutorialDefinition) => desiredTable(definition, overlays).services[0];
const weights = (overlays: Overlay[]) => web(overlays)?.destinations.map(({ weight }) => weight);
const stating = (value: number): Definition => ({
  ...tutorialDefinition,
  settings: { ...tutorialDefinition.settings, sysctls: { expire_quiescent_template: value } },
});
const sysctls = (definition: Definition, overlays: Overlay[]) => desiredTable(definition, overlays).settings.sysctls;

describe('a drain', () => {
  it('that cuts leaves the destination out, and is still told of', () => {
    const cut = drainOf(web2, { mode: 'cut' });
    expect(weights([cut])).toEqual([1]);
    expect(web([cut])?.cut).toMatchObject([{ realServer: 'web2', weight: 0, writtenWeight: 3, outBy: [cut] }]);
  });

  it('that sends clients elsewhere lays 1 over what the definition states, and over nothing else', () => {
    const elsewhere = drainOf(web2, { mode: 'elsewhere' });
    expect(weights([elsewhere])).toEqual([1, 0]);
    expect(sysctls(stating(0), [elsewhere])).toEqual({ expire_quiescent_template: 1 });
    expect(sysctls(stating(0), [drainOf(web2), drainOf(web2, { mode: 'cut' })])).toEqual({
      expire_quiescent_template: 0,
    });
    expect(sysctls(tutorialDefinition, [elsewhere])).toEqual({});
  });

  it('of an older console is one that waits', () => {
    const older = { id: 'o', kind: 'drain', target: web2, reason: 'disk', by: 'ada', since: 7 };
    expect(overlaySchema.parse(older)).toEqual({
      ...older,
      ...{
        mode: 'wait',
        deadline: null,
        atDeadline: 'ask',
        ignoresPersistence: false,
        overGuard: false,
        release: null,
      },
    });
  });
});

describe('a ramp', () => {
  it('gives its share of the written weight, at least 1', () => {
    expect(weights([rampOf(web2, 667)])).toEqual([1, 2]);
    expect(weights([rampOf(web2, 1)])).toEqual([1, 1]);
    expect(weights([rampOf({ kind: 'real-server', name: 'web1' }, 1)])).toEqual([1, 3]);
  });

  it('waits under every drain, and the lowest of several counts', () => {
    expect(weights([rampOf(web2, 667), drainOf(web2)])).toEqual([1, 0]);
    expect(weights([rampOf(web2, 667), rampOf(web2, 334)])).toEqual([1, 1]);
  });
});

/** Any overlays over the real servers of a definition. */
const laid = (names: readonly string[]): fc.Arbitrary<Overlay[]> =>
  names.length === 0
    ? fc.constant([])
    : fc.array(
        fc
          .record({
            name: fc.constantFrom(...names),
            mode: fc.constantFrom('wait' as const, 'elsewhere' as const, 'cut' as const),
            share: fc.option(fc.integer({ min: 1, max: 999 })),
          })
          .map(({ name, mode, share }) => {
            const target = { kind: 'real-server' as const, name: name as never };
            return share === null ? drainOf(target, { mode }) : rampOf(target, share);
          }),
        { maxLength: 5 },
      );

describe('of any overlays', () => {
  const all = anyDefinition.chain((definition) =>
    laid(realServerNames(definition)).map((overlays) => ({ definition, overlays })),
  );

  it('nothing is lost and nothing remembered: without them, the definition stands again', () => {
    fc.assert(
      fc.property(all, ({ definition, overlays }) => {
        const before = desiredTable(definition, []);
        const during = desiredTable(definition, overlays);
        const written = (services: typeof before.services) =>
          services.map(({ key, destinations, cut }) => [
            serviceKeyText(key),
            [...destinations, ...cut].map((to) => `${destinationKeyText(to)} ${to.writtenWeight}`).sort(),
          ]);
        expect(written(during.services)).toEqual(written(before.services));
        expect(desiredTable(definitionSchema.parse(definition), [])).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('a weight is the written one, a share of it of at least 1, or 0 where any drain lies over it', () => {
    fc.assert(
      fc.property(all, ({ definition, overlays }) => {
        for (const { destinations, cut } of desiredTable(definition, overlays).services) {
          for (const to of cut) expect(to.outBy.some((one) => one.kind === 'drain' && one.mode === 'cut')).toBe(true);
          for (const to of destinations) expect(isFit(to), JSON.stringify(to)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function isFit({ weight, writtenWeight, outBy }: DesiredDestination): boolean {
  if (outBy.some(({ kind }) => kind === 'drain')) return weight === 0;
  if (outBy.length === 0 || writtenWeight === 0) return weight === writtenWeight;
  return weight >= 1 && weight <= writtenWeight;
}
