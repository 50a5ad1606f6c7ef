import { destinationKeyText } from '../../lvs/destination-key.ts';
import { numberOf } from '../../observation/history.ts';
import type { ServiceCause } from '../cause.ts';
import { type ServiceSight, totalRise } from '../sight.ts';

/** Seconds of silence, and how many connections they would have brought at the rate before. */
const silence = 14;
const wouldHaveCome = 30;

/** Stretches as long as the silence that came right before it, none of which may have been nearly as silent. */
const stretches = 4;

/**
 * Packets for a VIP stop all at once in the middle of connections, although the VIP stands here.
 *
 * That is what the director sees when another machine answers ARP for the VIP, a real server with direct routing above
 * all; and also when the way to it breaks, or all clients fall silent. Which it is, the director can't know.
 */
export const trafficVanished: ServiceCause = {
  ...{ code: 'traffic-vanished', severity: 'warning', dependsOn: ['unreachable'], showAfter: 0 },
  detect: (sight) => {
    const { rows, vipActive, seconds, service } = sight;
    const activeConn = rows.reduce((sum, row) => sum + row.activeConn, 0);
    if (vipActive !== true || seconds < silence || activeConn < 5 || rows.some((row) => !row.rise)) return [];
    if (!service.destinations.some((to) => to.forwarding === 'direct-routing')) return [];
    if (totalRise(rows, 'inPackets') > 0 || totalRise(rows, 'conns') > 0) return [];
    const rate = rateBefore(sight);
    if (rate * silence < wouldHaveCome) return [];
    const figures = { rate, seconds: Math.round(seconds), activeConn };
    return [{ body: { code: 'traffic-vanished', destination: null, figures } }];
  },
};

/**
 * New connections a second before the silence, from the counters that older samples keep; 0 where they came in bursts,
 * for which silence is nothing new, or samples don't reach back far enough.
 */
function rateBefore({ record: { history }, key, service }: ServiceSight): number {
  const now = history.latest?.kernelTime ?? 0;
  const marks = Array.from({ length: stretches + 1 }, (_, index) => {
    const until = now - (silence + 1 + index * silence) * 1000;
    return history.frames.findLast((frame) => frame.kernelTime <= until);
  });
  const totals = marks.map((frame) =>
    frame
      ? service.destinations.reduce((sum, to) => sum + (numberOf(frame, key, destinationKeyText(to), 'conns') ?? 0), 0)
      : Number.NaN,
  );
  const came = totals.slice(1).map((before, index) => (totals[index] ?? Number.NaN) - before);
  const [last, first] = [marks[0], marks.at(-1)];
  if (!last || !first || !came.every((count) => count >= wouldHaveCome / 2)) return 0;
  return (came.reduce((sum, count) => sum + count, 0) * 1000) / (last.kernelTime - first.kernelTime);
}
