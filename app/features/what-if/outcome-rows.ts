import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';
import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import { destinationKeyText } from '../../../domain/lvs/destination-key.ts';
import type { OutcomeRow } from './outcome-table.tsx';
import { replayedAs } from './replayed-as.ts';

/** Each destination that is there before or after, in the order of the definition. */
export function outcomeRows(
  before: ServiceDefinition,
  after: ServiceDefinition,
  rows: readonly DestinationRow[],
): OutcomeRow[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const weights = (service: ServiceDefinition) =>
    new Map(replayedAs(service, rows).destinations.map((to) => [destinationKeyText(to), to.weight]));
  const weightBefore = weights(before);
  const weightAfter = weights(after);
  return [...new Set([...weightBefore.keys(), ...weightAfter.keys()])].map((key) => ({
    key,
    realServer: byKey.get(key)?.realServer ?? key,
    weightBefore: weightBefore.get(key) ?? null,
    weightAfter: weightAfter.get(key) ?? null,
    measured: byKey.get(key)?.gotShare ?? null,
  }));
}
