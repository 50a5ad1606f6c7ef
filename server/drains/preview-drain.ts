import { desiredTable } from '../../domain/desired/desired-table.ts';
import { drainFacts } from '../../domain/display/drain-facts.ts';
import type { DrainPreview, RampPreview } from '../../domain/display/drain-preview.ts';
import { previewOf } from '../../domain/display/preview-of.ts';
import { breachesOnDirectors } from '../../domain/guard/breaches-on-directors.ts';
import { coveredBy } from '../../domain/overlay/covered-places.ts';
import type { DrainPreviewInput } from '../../domain/overlay/drain-input.ts';
import { rampWeights } from '../../domain/overlay/ramp-steps.ts';
import { targetText } from '../../domain/overlay/target-text.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { nextWith } from './next-with.ts';
import { plannedDrain, plannedReturn } from './planned-drain.ts';
import { statedSysctl } from './stated-sysctl.ts';

/** What a drain or a return would do on each director, and what is true there. Nothing is written. */
export function previewDrain(parts: ConsoleParts, asked: DrainPreviewInput): DrainPreview {
  const cluster = parts.fleet.cluster(asked.cluster);
  const { record } = cluster;
  const at = parts.now();
  const doing = { newId: newIds(), by: '', at };
  const settings = { deadlineIn: null, atDeadline: 'ask', reason: '' } as const;
  const planned =
    asked.action === 'drain'
      ? plannedDrain(cluster, { ...asked, ...settings }, doing)
      : plannedReturn(cluster, { ...asked, ...settings, passingNeeded: asked.passingNeeded ?? null }, doing);
  if (!planned.ok) return planned;
  const stated = statedSysctl(cluster, planned.added, at);
  if (!stated.ok) return stated;
  const after = { ...record, ...nextWith(cluster.wanted, planned.overlays, stated.states) };
  return {
    ...previewOf(record, after, at),
    guard: breachesOnDirectors(record, after),
    facts: drainFacts(record, asked.targets, asked.mode, at),
    states: stated.states,
    ramps: asked.action === 'return' && asked.ramp ? rampsOf(asked, cluster.wanted, asked.ramp.over) : [],
    waits: planned.returnsAdded
      .filter(({ phase }) => phase === 'awaiting-checks')
      .map(({ target }) => targetText(target)),
  };
}

function rampsOf(
  { targets }: DrainPreviewInput,
  { definition }: Parameters<typeof nextWith>[0],
  over: number,
): RampPreview[] {
  return coveredBy(desiredTable(definition, []))(targets).map(({ serviceKey, key, destination }) => ({
    ...{ service: serviceKey, destination: key, writtenWeight: destination.writtenWeight },
    weights: rampWeights(destination.writtenWeight, over),
  }));
}

/** Ids that are never written. */
function newIds(): () => string {
  let count = 0;
  return () => `preview-${++count}`;
}
