import { describe, expect, it } from 'vitest';
import { serviceDefinitionSchema } from '../../../domain/definition/service-definition.ts';
import { advise } from '../../../domain/scheduling/advise.ts';
import { type Situation, workloads } from '../../../domain/scheduling/situation.ts';
import { newServiceValues, type ServiceValues, typedService } from './service-values.ts';
import { isTaken, persistenceWith, takenAdvice } from './taken-advice.ts';

const typed: ServiceValues = { ...newServiceValues, name: 'web', address: '10.0.0.100', port: '80' };
const plain: Situation = {
  ...{ workload: 'web', key: 'address', equalServers: true, sticky: false },
  ...{ connectionsDiffer: false, fewSources: false, sharedVip: false },
};

/** The form after the best suggestion was taken. */
function best(situation: Partial<Situation>, values: ServiceValues = typed): ServiceValues {
  const { choices, persistence } = advise({ ...plain, ...situation });
  const [choice] = choices;
  if (!choice) throw new Error('there is always one');
  const after = { ...values, ...takenAdvice(values, choice, persistence) };
  expect(isTaken(after, choice, persistence)).toBe(true);
  return after;
}

describe('takenAdvice', () => {
  it('leads to a service that a definition accepts, whatever was answered and typed', () => {
    for (const workload of workloads)
      for (const sticky of [false, true])
        for (const more of [{}, { protocol: 'UDP' }, { address: 'fd00::1' }, { port: '0' }, { kind: 'fwmark' }]) {
          const values = { ...typed, fwmark: '1', ...more } as ServiceValues;
          const after = best({ workload, sticky, key: values.kind }, values);
          expect(serviceDefinitionSchema.safeParse(typedService(after, [])).error, `${workload} ${sticky}`).toBe(
            undefined,
          );
        }
  });

  it('turns persistence on where clients must stay, and one client stays one client', () => {
    expect(best({ sticky: true })).toMatchObject({ scheduler: 'rr', persistent: true, netmask: '32' });
    expect(best({ sticky: true }, { ...typed, address: 'fd00::1' }).netmask).toBe('128');
    expect(best({ sticky: true }, { ...typed, persistent: true, netmask: '24' }).netmask).toBe('24');
  });

  it('turns it off where the scheduler does the same, but not for port 0', () => {
    const shared = { sharedVip: true, sticky: true };
    expect(best(shared, { ...typed, persistent: true })).toMatchObject({ scheduler: 'mh', persistent: false });
    expect(best(shared, { ...typed, persistent: true, port: '0' }).persistent).toBe(true);
  });

  it('gives each choice its own persistence', () => {
    const { choices, persistence } = advise({ ...plain, sticky: true });
    const all = choices.map((choice) => [choice.scheduler, persistenceWith(choice, persistence)]);
    expect(Object.fromEntries(all)).toMatchObject({ rr: 'client', mh: 'needless', sh: 'needless' });
  });

  it('takes the sip engine only where it fits', () => {
    expect(best({ workload: 'sip' }, { ...typed, protocol: 'UDP' }).engine).toBe('sip');
    expect(best({ workload: 'sip' }).engine).toBe('');
  });
});
