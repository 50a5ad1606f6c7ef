import { destinationKeyText } from '../../lvs/destination-key.ts';
import { numberAt } from '../../observation/history.ts';
import type { ServiceCause } from '../cause.ts';
import { type ServiceSight, totalRise } from '../sight.ts';

/** Seconds of silence, and how many connections they would have brought at the rate before. */
const silence = 14;
const wouldHaveCome = 30;

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

/** New connections a second in the two minutes before the silence, from the counters that older samples keep. */
function rateBefore({ record: { history }, key, service }: ServiceSight): number {
  const now = history.latest?.kernelTime ?? 0;
  const before = history.frames.filter(
    (frame) => frame.kernelTime > now - 135_000 && frame.kernelTime <= now - (silence + 1) * 1000,
  );
  const [first, last] = [before[0], before.at(-1)];
  if (!first || !last || last.kernelTime === first.kernelTime) return 0;
  const total = (frame: typeof first) =>
    service.destinations.reduce((sum, to) => {
      const offset = frame.table.offsetOf(key, destinationKeyText(to));
      return sum + (offset === undefined ? 0 : (numberAt(frame, offset, 'conns') ?? 0));
    }, 0);
  return Math.max(0, ((total(last) - total(first)) * 1000) / (last.kernelTime - first.kernelTime));
}
