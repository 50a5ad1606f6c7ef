import fc from 'fast-check';
import { expect, it } from 'vitest';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import type { Clash } from './clash.ts';
import { crowdedDefinition, meaningOf } from './crowded-definition.arbitrary.ts';
import type { Definition } from './definition.ts';
import { mergeDefinitions } from './merge.ts';

/** All that a definition says, in small parts: of two definitions, what differs is what somebody changed. */
function cells({ services, realServers, settings }: Definition): Map<string, string> {
  const all = new Map<string, string>();
  const put = (place: string, value: object) => {
    for (const [field, one] of Object.entries(value))
      if (one !== null && one !== undefined) all.set(`${place} ${field}`, JSON.stringify(one));
  };
  for (const { key: identity, destinations, ...service } of meaningOf({ services, realServers, settings }).services) {
    const text = serviceKeyText(identity);
    put(`service ${text}`, { ...service, here: true });
    for (const to of destinations) put(`destination ${text} ${destinationKeyText(to)}`, { ...to, here: true });
  }
  for (const server of realServers) for (const address of server.addresses) put(address, { name: server.name });
  put('timeouts', settings.timeouts);
  put('sysctls', settings.sysctls);
  put('drift', { drift: settings.drift });
  put('guard', settings.guard);
  return all;
}

function changedCells(from: Definition, to: Definition): Map<string, string | undefined> {
  const [was, is] = [cells(from), cells(to)];
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((cell) => was.get(cell) !== is.get(cell));
  return new Map(changed.map((cell) => [cell, is.get(cell)]));
}

const fieldOf: Record<string, string> = {
  schedulerFlags: 'flags',
  onePacket: 'one-packet',
  upperThreshold: 'upper-threshold',
  lowerThreshold: 'lower-threshold',
};

/** Whether a clash is about a cell, or about all that the cell is in. */
function covers(clash: Clash, cell: string): boolean {
  if (clash.what === 'setting') return cell.endsWith(` ${clash.name}`);
  if (clash.what === 'real-server') return cell === `${clash.name} name`;
  const at = clash.destination ? `destination ${clash.service} ${clash.destination}` : `service ${clash.service}`;
  const field = cell.split(' ').at(-1) ?? '';
  if (clash.field !== 'whole') return cell === `${at} ${field}` && clash.field === (fieldOf[field] ?? field);
  return cell.startsWith(`${at} `) || (!clash.destination && cell.startsWith(`destination ${clash.service} `));
}

it('loses nothing: what anybody changed is in the result, or a clash says what became of it', () => {
  fc.assert(
    fc.property(crowdedDefinition, crowdedDefinition, crowdedDefinition, (one, mine, theirs) => {
      const merged = mergeDefinitions(one, mine, theirs);
      const result = cells(merged.definition);
      const notTheirs = [...changedCells(one, theirs)].filter(([cell, value]) => result.get(cell) !== value);
      expect(notTheirs).toEqual([]);
      const notMine = [...changedCells(one, mine)].filter(([cell, value]) => result.get(cell) !== value);
      expect(notMine.filter(([cell]) => !merged.clashes.some((clash) => covers(clash, cell)))).toEqual([]);
      const sources = [one, mine, theirs].map(cells);
      const invented = [...result].filter(([cell, value]) => sources.every((from) => from.get(cell) !== value));
      expect(invented).toEqual([]);
    }),
  );
});
