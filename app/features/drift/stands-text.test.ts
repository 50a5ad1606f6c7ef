import { describe, expect, it } from 'vitest';
import { standsSchema } from '../../../domain/drift/accepted-drift.ts';
import { standsText } from './stands-text.ts';

const destination = {
  forwarding: 'direct-routing',
  weight: 7,
  upperThreshold: 0,
  lowerThreshold: 0,
  tunnel: null,
};
const service = { scheduler: 'wrr', schedulerFlags: [], onePacket: false, persistence: null, persistenceEngine: null };

describe('standsText', () => {
  it('says both sides of a destination, and nothing where it is not', () => {
    const place = standsSchema.parse({
      what: 'destination',
      service: 'TCP 10.0.0.100:80',
      destination: '10.0.0.21:80',
      over: null,
      stands: { ...destination, upperThreshold: 20, lowerThreshold: 10 },
    });
    expect(standsText(place, 'stands')).toBe('-g -w 7 -x 20 -y 10');
    expect(standsText(place, 'over')).toBeNull();
  });

  it('says a service as ipvsadm lists it, and a setting as its number', () => {
    const place = standsSchema.parse({
      what: 'service',
      service: 'TCP 10.0.0.100:80',
      over: service,
      stands: { ...service, scheduler: 'rr', persistence: { timeout: 60, netmask: 24 } },
    });
    expect(standsText(place, 'stands')).toBe('rr persistent 60 mask 255.255.255.0');
    expect(standsText(place, 'over')).toBe('wrr');
    expect(standsText({ what: 'setting', name: 'conntrack', over: 0, stands: 1 }, 'stands')).toBe('1');
  });
});
