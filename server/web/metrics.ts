import type { ConsoleParts } from '../console-parts.ts';

/** What the console tells Prometheus of itself, in its text format. No names of services or people are in it. */
export function metricsText(parts: ConsoleParts): string {
  const { fleet, links, sockets, hub } = parts;
  const memory = process.memoryUsage();
  const samples = fleet.places.reduce((sum, { director }) => sum + director.history.frames.length, 0);
  return [
    gauge('shoal_clusters', 'Clusters', fleet.clusters.length),
    gauge('shoal_directors', 'Directors, connected or not', fleet.places.length),
    gauge('shoal_directors_connected', 'Directors with a link', links.count),
    gauge('shoal_samples_kept', 'Samples in memory', samples),
    gauge('shoal_browsers_connected', 'Sockets of signed-in browsers', sockets.count),
    gauge('shoal_views_followed', 'Views that browsers follow', hub.followers),
    gauge('process_resident_memory_bytes', 'Resident memory', memory.rss),
    gauge('nodejs_heap_size_used_bytes', 'Heap in use', memory.heapUsed),
    gauge('process_uptime_seconds', 'Seconds since the start', Math.round(process.uptime())),
  ].join('');
}

const gauge = (name: string, help: string, value: number): string =>
  `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`;
