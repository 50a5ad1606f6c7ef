import type { Problem } from '../definition/change.ts';
import type { Wave, WaveServer } from './release-plan.ts';
import type { Waves } from './release-settings.ts';

/** A real server that may go into a wave. */
export interface Candidate extends WaveServer {
  readonly labels: readonly string[];
}

export type Dealt =
  | { readonly ok: true; readonly waves: readonly Wave[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Servers in waves as the settings say, each in one wave at most; problems are about the settings' `waves`. */
export function dealWaves(waves: Waves, servers: readonly Candidate[]): Dealt {
  switch (waves.by) {
    case 'half':
      return inGroupsOf(Math.ceil(servers.length / 2), servers);
    case 'count':
      return inGroupsOf(waves.count, servers);
    case 'percent':
      return inGroupsOf(Math.max(1, Math.floor((servers.length * waves.percent) / 100)), servers);
    case 'label':
      return byLabel(waves.label, servers);
    case 'hand':
      return byHand(waves.waves, servers);
  }
}

function inGroupsOf(size: number, servers: readonly Candidate[]): Dealt {
  const count = Math.ceil(servers.length / size);
  const waves = Array.from({ length: count }, (_, at) => waveOf('', servers.slice(at * size, (at + 1) * size)));
  return { ok: true, waves };
}

function byLabel(label: string, servers: readonly Candidate[]): Dealt {
  const values = Map.groupBy(servers, ({ labels }) => labelValue(label, labels));
  const without = values.get(null) ?? [];
  if (without.length === servers.length) return refused(['waves', 'label'], 'label-nowhere');
  if (without.length > 0) return refused(['waves', 'label'], 'label-missing');
  const order = new Intl.Collator('en', { numeric: true });
  const sorted = [...values].sort(([a], [b]) => order.compare(a ?? '', b ?? ''));
  return { ok: true, waves: sorted.map(([value, members]) => waveOf(value ?? '', members)) };
}

/** The value of `rack` in `rack=a`; the first one where a server has several. */
function labelValue(label: string, labels: readonly string[]): string | null {
  const found = labels.find((one) => one.startsWith(`${label}=`));
  return found === undefined ? null : found.slice(label.length + 1);
}

function byHand(waves: readonly (readonly string[])[], servers: readonly Candidate[]): Dealt {
  const byName = new Map(servers.map((server) => [server.name, server]));
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const [at, names] of waves.entries())
    for (const [each, name] of names.entries()) {
      const path = ['waves', 'waves', at, each];
      if (!byName.has(name)) problems.push({ path, message: 'real-server-unknown' });
      if (seen.has(name)) problems.push({ path, message: 'server-twice' });
      seen.add(name);
    }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    waves: waves.map((names) =>
      waveOf(
        '',
        names.flatMap((name) => byName.get(name) ?? []),
      ),
    ),
  };
}

const waveOf = (name: string, servers: readonly Candidate[]): Wave => ({
  name,
  servers: servers.map(({ name: server, targets }) => ({ name: server, targets })),
});

const refused = (path: readonly string[], message: string): Dealt => ({ ok: false, problems: [{ path, message }] });
