import type { Problem } from '../../domain/definition/change.ts';
import { unknownAfter } from '../../domain/display/director-state.ts';
import type { StatedSysctl } from '../../domain/display/drain-preview.ts';
import type { Overlay } from '../../domain/overlay/overlay.ts';
import { endsTemplates, sendsElsewhere, statesTemplates } from '../../domain/overlay/settings-laid-over.ts';
import type { LiveCluster } from '../live/live-cluster.ts';

type Stated =
  | { readonly ok: true; readonly states: StatedSysctl | null }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * What the definition must state before drains may send clients elsewhere; null when it does, or none of them does.
 *
 * `expire_quiescent_template` belongs to the whole network namespace. It goes back to what the definition states, so
 * that nothing has to be remembered: what all directors have now, and there is no such value where they differ.
 */
export function statedSysctl(cluster: LiveCluster, added: readonly Overlay[], at: number): Stated {
  if (!added.some(sendsElsewhere)) return { ok: true, states: null };
  if (cluster.definitions.every(({ settings }) => statesTemplates(settings))) return { ok: true, states: null };
  const refused = (path: readonly string[], message: string): Stated => ({ ok: false, problems: [{ path, message }] });
  if (cluster.rollout) return refused(['mode'], 'elsewhere-during-rollout');
  const values = cluster.directors.map(({ name, connected, facts, history: { latest } }) => {
    const isKnown = connected && latest !== null && at - latest.receivedAt <= unknownAfter;
    return { name, value: isKnown ? (facts?.sysctls[endsTemplates] ?? null) : null };
  });
  const unknown = values.filter(({ value }) => value === null);
  if (unknown.length > 0 || values.length === 0)
    return refused(['mode', ...unknown.map(({ name }) => name)], 'elsewhere-director-unknown');
  const [first] = values;
  const value = first?.value ?? 0;
  if (values.some((other) => other.value !== value))
    return refused(['mode', ...values.map((one) => `${one.name} ${one.value}`)], 'elsewhere-directors-differ');
  return { ok: true, states: { sysctl: endsTemplates, value } };
}
