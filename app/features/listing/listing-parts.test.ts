import { describe, expect, it } from 'vitest';
import { listingPart } from './listing-parts.ts';

const head = `IP Virtual Server version 1.2.1 (size=4096)
Prot LocalAddress:Port Scheduler Flags
  -> RemoteAddress:Port           Forward Weight ActiveConn InActConn`;
const web = `TCP  10.0.0.100:80 wrr persistent 300
  -> 10.0.0.21:80                 Route   1      0          0         
  -> 10.0.0.22:80                 Route   3      7          0         `;
const sip = `UDP  [fd00::100]:5060 rr ops
  -> [fd00::21]:5060              Route   1      0          2         `;
const mark = `FWM  7 IPv6 wlc
  -> [fd00::22]:0                 Route   1      0          0         `;
const all = [head, web, sip, mark].join('\n');

describe('listingPart', () => {
  it('is the whole of it where nothing narrows it', () => {
    expect(listingPart(all, {})).toBe(all);
  });

  it('keeps services by their keys, of every kind', () => {
    expect(listingPart(all, { services: new Set(['UDP [fd00::100]:5060', 'FWM 7 IPv6']) })).toBe(
      [head, sip, mark].join('\n'),
    );
  });

  it('keeps the destinations of a real server under their services', () => {
    expect(listingPart(all, { addresses: new Set(['10.0.0.22', 'fd00::22']) })).toBe(
      [head, ...web.split('\n').filter((_, index) => index !== 1), mark].join('\n'),
    );
  });

  it('filters by words: a service brings its destinations, a destination its service', () => {
    expect(listingPart(all, { filter: 'WRR tcp' })).toBe([head, web].join('\n'));
    expect(listingPart(all, { filter: '10.0.0.21' })).toBe([head, ...web.split('\n').slice(0, 2)].join('\n'));
  });

  it('is nothing when nothing is left', () => {
    expect(listingPart(all, { filter: 'nowhere' })).toBeNull();
    expect(listingPart(head, {})).toBeNull();
    expect(listingPart(all, { services: new Set(), addresses: new Set(['10.0.0.21']) })).toBeNull();
  });
});
