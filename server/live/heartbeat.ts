import { diagnose } from '../../domain/diagnosis/diagnose.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { watchDrains } from '../drains/watch-drains.ts';
import { recordRepairs } from '../drift/record-repairs.ts';
import { recordFlips } from '../health/record-flips.ts';
import { conduct } from '../releases/conduct.ts';
import { settleRollout } from '../rollout/settle-rollout.ts';
import { watchDrift } from './watch-drift.ts';

/** Diagnoses every director and shows every followed view, once. */
export function beat(parts: ConsoleParts): void {
  for (const place of parts.fleet.places) {
    const { cluster, director } = place;
    const record = cluster.record;
    const own = record.directors.find((other) => other.name === director.name);
    if (own) director.findings = diagnose(record, own, parts.now());
    watchDrift(parts, place).catch((error: unknown) => {
      parts.log.error({ err: error, director: director.name }, 'drift could not be written to the audit log');
    });
    recordFlips(parts, place).catch((error: unknown) => {
      parts.log.error({ err: error, director: director.name }, 'what checks found could not be written');
    });
    recordRepairs(parts, place).catch((error: unknown) => {
      parts.log.error({ err: error, director: director.name }, 'repairs could not be written to the audit log');
    });
  }
  for (const cluster of parts.fleet.clusters)
    settleRollout(parts, cluster).catch((error: unknown) => {
      parts.log.error({ err: error, cluster: cluster.name }, 'a rollout could not go on');
    });
  for (const cluster of parts.fleet.clusters)
    watchDrains(parts, cluster).catch((error: unknown) => {
      parts.log.error({ err: error, cluster: cluster.name }, 'drains could not go on');
    });
  for (const cluster of parts.fleet.clusters)
    conduct(parts, cluster).catch((error: unknown) => {
      parts.log.error({ err: error, cluster: cluster.name }, 'a release could not go on');
    });
  parts.hub.tick();
}

/** Beats once a second until the function that it gives is called. */
export function startHeartbeat(parts: ConsoleParts): () => void {
  const timer = setInterval(() => {
    try {
      beat(parts);
    } catch (error) {
      parts.log.error({ err: error }, 'the diagnosis failed');
    }
  }, 1000);
  return () => clearInterval(timer);
}
