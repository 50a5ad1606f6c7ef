import { parseServiceKey, type ServiceKey, serviceKeySlug } from '../../../domain/lvs/service-key.ts';

/** Milliseconds before and after a row that are around it. */
const around = 15 * 60_000;

interface Row {
  readonly at: number;
  readonly cluster: string | null;
  readonly director: string | null;
  readonly resource: string | null;
}

/** The time around a moment, as the log's filters and the charts have it in their addresses. */
const timesOf = (at: number) => ({
  from: new Date(at - around).toISOString(),
  to: new Date(at + around).toISOString(),
});

/** All that happened around a row's time, or what happened to its cluster then. */
export const aroundHref = ({ at }: Pick<Row, 'at'>, cluster: string | null): string =>
  `/audit?${new URLSearchParams({ ...(cluster === null ? {} : { cluster }), ...timesOf(at) })}`;

/** The charts around a row's time: of its service where it tells of one, or else of its director; null for neither. */
export function chartsHref({ at, cluster, director, resource }: Row): string | null {
  const times = timesOf(at);
  const key = cluster === null ? null : serviceIn(resource ?? '');
  if (key && cluster !== null)
    return `/clusters/${encodeURIComponent(cluster)}/services/${serviceKeySlug(key)}?${new URLSearchParams(times)}#charts`;
  return director === null
    ? null
    : `/directors/${encodeURIComponent(director)}?${new URLSearchParams({ tab: 'charts', ...times })}`;
}

/** The service that a resource begins with, alone or with its destination behind it; the first of several. */
function serviceIn(resource: string): ServiceKey | null {
  const words = (resource.split(', ')[0] ?? '').split(' ');
  for (let count = words.length; count > 0; count--) {
    const key = parseServiceKey(words.slice(0, count).join(' '));
    if (key.ok) return key.value;
  }
  return null;
}

/** What a definition was then, beside what it is now. */
export const stateHref = (cluster: string, then: number, newest: number): string =>
  `/clusters/${encodeURIComponent(cluster)}?${new URLSearchParams({ tab: 'revisions', compare: `${then},${newest}` })}`;

/** The way back to a revision, with its preview. */
export const goBackHref = (cluster: string, revision: number): string =>
  `/clusters/${encodeURIComponent(cluster)}?${new URLSearchParams({ tab: 'revisions', drawer: `go-back~${revision}` })}`;
