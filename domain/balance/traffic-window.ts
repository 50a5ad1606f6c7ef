import { destinationKeyText } from '../lvs/destination-key.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import type { VirtualService } from '../lvs/table.ts';
import type { History } from '../observation/history.ts';
import { contiguous, type Span, spanOf } from '../observation/rates.ts';

/** Counters lag by the estimator's 2 s: connections from before a change still arrive in them. Milliseconds. */
const settling = 3_000;

/**
 * The longest span up to now in which a service stood as it stands, so that its shares can be judged: no gap, no
 * reboot, no change of its scheduler, persistence, destinations or weights. Null when there is none yet.
 */
export function trafficWindow(history: History, key: ServiceKeyText): Span | null {
  const { frames } = history;
  const latest = history.latest;
  const service = latest?.table.serviceByKey.get(key);
  if (!latest || !service) return null;
  const standing = balanceText(service);
  let first = frames.length - 1;
  let changed = false;
  while (first > 0) {
    const before = frames[first - 1];
    const after = frames[first];
    if (!before || !after || !contiguous(before, after)) break;
    if (before.table !== after.table) {
      const other = before.table.serviceByKey.get(key);
      if (!other || balanceText(other) !== standing) {
        changed = true;
        break;
      }
    }
    first--;
  }
  const start = frames[first];
  const from = start && changed ? frames.find((f) => f.kernelTime >= start.kernelTime + settling) : start;
  return from && from.kernelTime < latest.kernelTime ? spanOf(from, latest) : null;
}

/** All of a service that bears on its balance, so that two that balance alike have the same text. */
function balanceText(service: VirtualService): string {
  const weights = service.destinations.map((to) => `${destinationKeyText(to)}=${to.weight}`).sort();
  const { scheduler, schedulerFlags, persistence, onePacket } = service;
  return JSON.stringify([scheduler, schedulerFlags, persistence, onePacket, weights]);
}
