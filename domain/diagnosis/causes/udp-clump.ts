import { misplacedShare } from '../../balance/share-evidence.ts';
import type { ServiceCause } from '../cause.ts';
import { totalRise } from '../sight.ts';

/** Packets that a clump has at least, what an entry carries of them, and the part of them that is misplaced. */
const leastPackets = 200;
const packetsAnEntry = 20;
const misplaced = 0.25;

/** A UDP entry stands for 300 s after its last packet, so one busy socket keeps all its packets on one destination. */
export const udpClump: ServiceCause = {
  code: 'udp-clump',
  severity: 'warning',
  dependsOn: ['unreachable', 'skew-persistence', 'persistence-netmask', 'persistence-with-least-connection'],
  showAfter: 10,
  detect: ({ service, serving, seconds, record }) => {
    const { key, onePacket, persistence } = service;
    if (key.kind !== 'address' || key.protocol !== 'UDP' || onePacket || persistence || serving.length < 2) return [];
    const expected = serving.map((row) => row.expected);
    const counts = serving.map((row) => row.rise?.inPackets ?? 0);
    const packets = totalRise(serving, 'inPackets');
    const connections = totalRise(serving, 'conns');
    if (packets < leastPackets || packets < connections * packetsAnEntry) return [];
    if (expected.some((share) => share === 0) || misplacedShare(counts, expected) < misplaced) return [];
    const [most] = serving.toSorted((a, b) => (b.rise?.inPackets ?? 0) - (a.rise?.inPackets ?? 0));
    if (!most) return [];
    const got = (most.rise?.inPackets ?? 0) / packets;
    const timeout = record.facts?.timeouts.udp ?? 300;
    const figures = { got, expected: most.expected, packets, connections, seconds: Math.round(seconds), timeout };
    return [{ body: { code: 'udp-clump', destination: most.key, figures }, remedies: [{ kind: 'one-packet' }] }];
  },
};
