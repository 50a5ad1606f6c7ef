import { describe, expect, it } from 'vitest';
import { serviceDefinitionSchema } from '../../../domain/definition/service-definition.ts';
import { fieldOfPath, newServiceValues, typedService, valuesOfService } from './service-values.ts';

const typed = {
  ...newServiceValues,
  name: 'web',
  address: '10.0.0.100',
  port: '80',
  persistent: true,
  destinations: [
    { address: '', port: '', weight: '1' },
    { address: '10.0.0.21', port: '', weight: '3' },
  ],
};

describe('typedService', () => {
  it('is what the schema takes, with the service port where forwarding asks for it', () => {
    const parsed = serviceDefinitionSchema.parse(typedService(typed, null));
    expect(parsed.destinations).toMatchObject([{ address: '10.0.0.21', port: 80, weight: 3 }]);
    expect(parsed.persistence).toEqual({ timeout: 300, netmask: 32 });
  });

  it('gives back what a definition says', () => {
    const service = serviceDefinitionSchema.parse(typedService(typed, null));
    const again = serviceDefinitionSchema.parse(typedService(valuesOfService(service), service.destinations));
    expect(again).toEqual(service);
  });

  it('has what does not fit as off as the form shows it', () => {
    const sip = { ...typed, protocol: 'UDP', engine: 'sip', onePacket: true } as const;
    expect(serviceDefinitionSchema.parse(typedService(sip, []))).toMatchObject({
      onePacket: true,
      persistenceEngine: 'sip',
    });
    const over = { ...sip, protocol: 'TCP', scheduler: 'rr', fallback: true } as const;
    expect(serviceDefinitionSchema.parse(typedService(over, []))).toMatchObject({
      onePacket: false,
      persistenceEngine: null,
      schedulerFlags: [],
    });
  });

  it('leaves an empty number to the schema to refuse', () => {
    const result = serviceDefinitionSchema.safeParse(typedService({ ...typed, port: '' }, []));
    expect(result.error?.issues.map((issue) => issue.path)).toContainEqual(['key', 'port']);
  });
});

describe('fieldOfPath', () => {
  it('counts empty lines of destinations in', () => {
    expect(fieldOfPath(['destinations', 0, 'weight'], typed)).toBe('destinations.1.weight');
  });
  it('puts a key that stands twice at the address, or the firewall mark', () => {
    expect(fieldOfPath(['key'], typed)).toBe('address');
    expect(fieldOfPath(['key'], { ...typed, kind: 'fwmark' })).toBe('fwmark');
  });
  it('knows no field for the rest', () => {
    expect(fieldOfPath([], typed)).toBeNull();
  });
});
