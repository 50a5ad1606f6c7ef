import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { definition } from '../../definition/definition.arbitrary.ts';
import { definitionSchema, emptyDefinition } from '../../definition/definition.ts';
import { readIpvsadmSave } from '../ipvsadm/read-ipvsadm-save.ts';
import { writeScript } from './write-script.ts';

const origin = { cluster: 'web', revision: 12 };

it('is a script that sh accepts, whatever is in the definition', () => {
  for (const one of [emptyDefinition, ...fc.sample(definition, 20)])
    execFileSync('sh', ['-n'], { input: writeScript(one, origin) });
});

it('holds all of the definition for a reader of ipvsadm’s rules', () => {
  fc.assert(
    fc.property(
      definition.filter((one) => one.services.length > 0),
      (one) => {
        const file = readIpvsadmSave(writeScript(one, origin));
        expect(file.ok && file.definition).toEqual(one);
      },
    ),
  );
});

it('turns forwarding on only where something is masqueraded, and names each VIP once', () => {
  const service = (port: number, forwarding: string) => ({
    name: `web-${port}`,
    key: { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port },
    scheduler: 'rr',
    destinations: [{ address: '10.0.0.21', port, forwarding, weight: 1 }],
  });
  const script = (...forwarding: string[]) =>
    writeScript(definitionSchema.parse({ services: forwarding.map((one, at) => service(80 + at, one)) }), origin);
  expect(script('direct-routing', 'tunneling')).not.toContain('forward');
  expect(script('direct-routing', 'masquerading')).toContain('set_value net/ipv4/ip_forward 1');
  expect(script('masquerading')).not.toContain('ipv6/conf');
  expect(script('direct-routing', 'tunneling')).toContain("<<'VIPS'\n10.0.0.4\nVIPS\n");
});

it('says whose it is', () => {
  const script = writeScript(emptyDefinition, origin);
  expect(script).toContain('# Short-Description: Virtual services of the LVS cluster web, revision 12\n');
  expect(script).toContain('ADDED=/run/lvs-web.vips\n');
  expect(writeScript(emptyDefinition, { cluster: 'web', revision: null })).not.toContain('revision');
});
