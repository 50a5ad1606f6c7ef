import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedDefinition } from './change.ts';
import { crowdedDefinition, meaningOf } from './crowded-definition.arbitrary.ts';
import { definition } from './definition.arbitrary.ts';
import { type Definition, definitionSchema } from './definition.ts';
import { mergeDefinitions } from './merge.ts';

const destination = { address: '10.0.0.21', port: 80, forwarding: 'direct-routing', weight: 1 };
const key = { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port: 80 };
const web = { name: 'web', key, scheduler: 'wrr', destinations: [destination] };
const mail = { ...web, name: 'mail', key: { ...key, port: 25 }, destinations: [] };
const of = (...services: object[]) => definitionSchema.parse({ services });
const base = of(web);

it('has the changes of both, field by field', () => {
  const mine = of({ ...web, scheduler: 'wlc', destinations: [{ ...destination, weight: 5 }] });
  const theirs = of({ ...web, name: 'shop', destinations: [{ ...destination, upperThreshold: 9 }] }, mail);
  const merged = mergeDefinitions(base, mine, theirs);
  expect(merged.clashes).toEqual([]);
  expect(merged.definition).toEqual(
    of(
      { ...web, name: 'shop', scheduler: 'wlc', destinations: [{ ...destination, weight: 5, upperThreshold: 9 }] },
      mail,
    ),
  );
});

describe('a clash', () => {
  const weighted = (weight: number) => of({ ...web, destinations: [{ ...destination, weight }] });
  const id = 'destination TCP 10.0.0.4:80 10.0.0.21:80 weight';

  it('is the same field changed differently; theirs stands until mine is chosen', () => {
    const merged = mergeDefinitions(base, weighted(2), weighted(3));
    expect(merged.definition).toEqual(weighted(3));
    expect(merged.clashes).toEqual([
      {
        ...{ id, what: 'destination', service: 'TCP 10.0.0.4:80', destination: '10.0.0.21:80', name: '10.0.0.21' },
        ...{ field: 'weight', base: '1', mine: '2', theirs: '3' },
      },
    ]);
    const chosen = mergeDefinitions(base, weighted(2), weighted(3), { [id]: 'mine' });
    expect(chosen.definition).toEqual(weighted(2));
    expect(chosen.clashes).toHaveLength(1);
    expect(mergeDefinitions(base, weighted(2), weighted(2)).clashes).toEqual([]);
  });

  it('is an edit of what the other took away', () => {
    const mine = of(mail);
    const both = mergeDefinitions(of(web, mail), mine, of({ ...web, scheduler: 'rr' }, mail));
    expect(both.definition.services.map((service) => service.name)).toEqual(['web', 'mail']);
    expect(both.clashes).toMatchObject([
      {
        id: 'service TCP 10.0.0.4:80 whole',
        field: 'whole',
        mine: null,
        theirs: '# web\nipvsadm -A -t 10.0.0.4:80 -s rr\nipvsadm -a -t 10.0.0.4:80 -r 10.0.0.21:80 -g -w 1',
      },
    ]);
    const chosen = mergeDefinitions(of(web, mail), mine, of({ ...web, scheduler: 'rr' }, mail), {
      'service TCP 10.0.0.4:80 whole': 'mine',
    });
    expect(chosen.definition).toEqual(mine);
    const inside = mergeDefinitions(base, of({ ...web, destinations: [] }), weighted(7));
    expect(inside.clashes).toMatchObject([{ what: 'destination', field: 'whole', mine: null }]);
  });

  it('is one name for an address and another one, and a setting that was set and left open', () => {
    const with_ = (name: string, tcp: number | null) =>
      definitionSchema.parse({
        ...base,
        realServers: [{ name, addresses: ['10.0.0.21'] }],
        settings: { timeouts: { tcp } },
      });
    const merged = mergeDefinitions(with_('a', 900), with_('b', 600), with_('c', null));
    expect(merged.clashes).toMatchObject([
      { id: 'real-server 10.0.0.21 name', base: 'a', mine: 'b', theirs: 'c' },
      { id: 'setting tcp tcp-timeout', base: '900 s', mine: '600 s', theirs: null },
    ]);
  });
});

describe('two ways to write the same', () => {
  const flags = (...schedulerFlags: string[]) => of({ ...web, scheduler: 'sh', schedulerFlags });
  const [one, other] = [flags('fallback', 'port'), flags('port', 'fallback')];

  it('do not clash', () => {
    expect(mergeDefinitions(flags(), one, other)).toEqual({ definition: other, clashes: [], problems: [] });
    expect(mergeDefinitions(one, other, flags())).toEqual({ definition: flags(), clashes: [], problems: [] });
    expect(mergeDefinitions(one, flags(), other)).toEqual({ definition: flags(), clashes: [], problems: [] });
  });

  it('are each as it was written where nobody else changed anything', () => {
    expect(mergeDefinitions(one, other, one).definition).toEqual(other);
  });

  it('are no change of what the other took away', () => {
    expect(mergeDefinitions(one, other, of())).toEqual({ definition: of(), clashes: [], problems: [] });
  });
});

it('tells what both together break', () => {
  const mine = of({ ...web, scheduler: 'sh', schedulerFlags: ['port'] });
  const theirs = of({ ...web, name: 'shop' }, { ...mail, name: 'web' });
  expect(mergeDefinitions(of({ ...web, scheduler: 'sh' }), mine, of({ ...web, scheduler: 'rr' })).problems).toEqual([
    { path: ['services', 0, 'schedulerFlags'], message: 'flags-need-sh-or-mh' },
  ]);
  expect(
    mergeDefinitions(base, of(web, { ...mail, name: 'shop', key: { ...key, port: 26 } }), theirs).problems,
  ).toEqual([{ path: ['services', 2, 'name'], message: 'service-name-twice' }]);
});

it('keeps the order of whoever changed it, and puts what is new where its writer put it', () => {
  const named = (names: string) =>
    of(...names.split('').map((name) => ({ ...mail, name, key: { ...key, port: name.charCodeAt(0) } })));
  const order = (b: string, m: string, t: string) =>
    mergeDefinitions(named(b), named(m), named(t))
      .definition.services.map((service) => service.name)
      .join('');
  expect(order('abc', 'axbc', 'abcy')).toBe('axbcy');
  expect(order('abc', 'cba', 'abcy')).toBe('cyba');
  expect(order('abc', 'abcx', 'cba')).toBe('cxba');
  expect(order('abc', 'xabc', 'bc')).toBe('xbc');
});

const anyDefinition = fc.oneof(definition, crowdedDefinition);

it('is mine where they changed nothing, theirs where I did not, and either where both did the same', () => {
  fc.assert(
    fc.property(anyDefinition, anyDefinition, (one, other) => {
      const unchanged = { clashes: [], problems: [] };
      expect(mergeDefinitions(one, other, one)).toEqual({ definition: other, ...unchanged });
      expect(mergeDefinitions(one, one, other)).toEqual({ definition: other, ...unchanged });
      expect(mergeDefinitions(one, other, other)).toEqual({ definition: other, ...unchanged });
    }),
  );
});

it('never clashes where both changed different services or different fields', () => {
  fc.assert(
    fc.property(crowdedDefinition, crowdedDefinition, crowdedDefinition, (one, two, three) => {
      const parity = (odd: boolean) => (service: Definition['services'][number]) =>
        service.key.kind === 'fwmark' && (service.key.fwmark % 2 === 1) === odd;
      const odd = (from: Definition) => from.services.filter(parity(true));
      const even = (from: Definition) => from.services.filter(parity(false));
      const mine = { ...one, services: [...odd(two), ...even(one)], realServers: two.realServers };
      const theirs = { ...one, services: [...odd(one), ...even(three)], settings: three.settings };
      const merged = mergeDefinitions(one, mine, theirs);
      expect(merged.clashes).toEqual([]);
      const both = { ...mine, services: [...odd(two), ...even(three)], settings: three.settings };
      expect(meaningOf(merged.definition)).toEqual(meaningOf(both));
    }),
  );
  fc.assert(
    fc.property(crowdedDefinition, fc.nat(9), fc.nat(9), (one, weight, upperThreshold) => {
      const edited = (service: object, to: object): Definition => ({
        ...one,
        services: one.services.map((s) => ({
          ...s,
          ...service,
          destinations: s.destinations.map((d) => ({ ...d, ...to })),
        })),
      });
      const merged = mergeDefinitions(
        one,
        edited({ persistence: { timeout: 9, netmask: 8 } }, { weight }),
        edited({ onePacket: true }, { upperThreshold }),
      );
      expect(merged.clashes).toEqual([]);
      expect(merged.definition).toEqual(
        edited({ persistence: { timeout: 9, netmask: 8 }, onePacket: true }, { weight, upperThreshold }),
      );
    }),
  );
});

it('is the same from the other chair: all of mine chosen is what they would see', () => {
  fc.assert(
    fc.property(crowdedDefinition, crowdedDefinition, crowdedDefinition, (one, mine, theirs) => {
      const { clashes } = mergeDefinitions(one, mine, theirs);
      const choices = Object.fromEntries(clashes.map((clash) => [clash.id, 'mine' as const]));
      expect(new Set(clashes.map((clash) => clash.id)).size).toBe(clashes.length);
      const here = mergeDefinitions(one, mine, theirs, choices).definition;
      const there = mergeDefinitions(one, theirs, mine).definition;
      expect(meaningOf(here)).toEqual(meaningOf(there));
    }),
  );
});

it('gives problems exactly when the merged definition is refused', () => {
  fc.assert(
    fc.property(crowdedDefinition, crowdedDefinition, crowdedDefinition, (one, mine, theirs) => {
      const merged = mergeDefinitions(one, mine, theirs);
      expect(merged.problems.length === 0).toBe(checkedDefinition(merged.definition).ok);
    }),
  );
});
