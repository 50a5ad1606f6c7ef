import { describe, expect, it } from 'vitest';
import { serviceDefinitionSchema } from '../../../domain/definition/service-definition.ts';
import { newDestinationValues, typedIn, valuesOfDestination } from './destination-values.ts';

const service = serviceDefinitionSchema.parse({
  name: 'web',
  key: { kind: 'address', protocol: 'TCP', address: '10.0.0.100', port: 80 },
  scheduler: 'wrr',
  destinations: [
    { address: '10.0.0.21', port: 80, forwarding: 'direct-routing', weight: 3 },
    { address: '10.0.0.22', port: 80, forwarding: 'tunneling', weight: 1, tunnel: { type: 'gre', checksum: 'csum' } },
  ],
});

describe('typedIn', () => {
  it('gives back every destination that was not touched in its form', () => {
    for (const edited of service.destinations) {
      const again = serviceDefinitionSchema.parse(typedIn(valuesOfDestination(edited), service, edited));
      expect(again.destinations.at(-1)).toEqual(edited);
      expect(again.destinations).toHaveLength(2);
    }
  });

  it('has the schema see a destination that stands there already', () => {
    const typed = { ...newDestinationValues(service), address: '10.0.0.21' };
    const result = serviceDefinitionSchema.safeParse(typedIn(typed, service, null));
    expect(result.error?.issues[0]).toMatchObject({
      path: ['destinations', 2, 'address'],
      message: 'destination-twice',
    });
  });

  it('takes the service’s own port where packets arrive unchanged', () => {
    const typed = { ...newDestinationValues(service), address: '10.0.0.23', port: '8080' };
    expect(serviceDefinitionSchema.parse(typedIn(typed, service, null)).destinations.at(-1)?.port).toBe(80);
  });

  it('has no lower threshold without an upper one', () => {
    const typed = { ...newDestinationValues(service), address: '10.0.0.23', lowerThreshold: '5' };
    const limits = (upperThreshold: string) =>
      serviceDefinitionSchema.parse(typedIn({ ...typed, upperThreshold }, service, null)).destinations.at(-1);
    expect(limits('0')).toMatchObject({ upperThreshold: 0, lowerThreshold: 0 });
    expect(limits('8')).toMatchObject({ upperThreshold: 8, lowerThreshold: 5 });
  });
});
