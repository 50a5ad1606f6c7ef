import { expect, it } from 'vitest';
import { definitionSchema } from '../definition/definition.ts';
import { writableFormats } from './read-file.ts';
import { recognise } from './recognise.ts';
import { writeAny } from './write-any.ts';

const definition = definitionSchema.parse({
  services: [
    {
      name: 'web',
      key: { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port: 80 },
      scheduler: 'wrr',
      destinations: [{ address: '10.0.0.21', port: 80, forwarding: 'direct-routing', weight: 1 }],
    },
  ],
});
const written = writableFormats.map((format) => writeAny(format, definition, { cluster: 'web', revision: 12 }));

it('names files for their cluster, revision and format', () => {
  expect(written.map(({ name, mediaType }) => `${name} ${mediaType}`)).toEqual([
    'web-12.ipvsadm text/plain',
    'web-12.keepalived.conf text/plain',
    'web-12.json application/json',
    'web-12.yaml application/yaml',
    'lvs-web-12.sh application/x-sh',
  ]);
  expect(writeAny('script', definition, { cluster: 'web', revision: null }).name).toBe('lvs-web.sh');
});

it('writes what is recognised by its content again, a script as ipvsadm’s rules', () => {
  expect(written.map(({ text }) => recognise(text))).toEqual([
    'ipvsadm-save',
    'keepalived',
    'shoal-json',
    'shoal-yaml',
    'ipvsadm-save',
  ]);
});
