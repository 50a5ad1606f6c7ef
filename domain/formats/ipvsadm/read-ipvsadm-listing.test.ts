import fc from 'fast-check';
import { expect, test } from 'vitest';
import { definition } from '../../definition/definition.arbitrary.ts';
import type { Definition } from '../../definition/definition.ts';
import { columnHeads, destinationLine, serviceLine } from '../../display/listing-lines.ts';
import { destinationKeyText } from '../../lvs/destination-key.ts';
import { ipvsadmConfigText } from '../../plan/ipvsadm-line.ts';
import { readIpvsadmListing } from './read-ipvsadm-listing.ts';

const printed = ({ services }: Definition): string =>
  [
    'IP Virtual Server version 1.2.1 (size=4096)',
    ...columnHeads,
    ...services.flatMap((service) => [
      serviceLine(service.key, ipvsadmConfigText(service.key, service)),
      ...service.destinations.map((to) => destinationLine(destinationKeyText(to), to.forwarding, to.weight, 5, 10)),
    ]),
  ].join('\n');

/** What a listing can say of a definition. */
const listed = ({ services }: Definition) =>
  services.map(({ name: _name, check: _check, destinations, schedulerFlags, ...service }) => ({
    ...service,
    schedulerFlags: [...schedulerFlags].sort(),
    destinations: destinations.map(({ upperThreshold: _upper, lowerThreshold: _lower, tunnel: _tunnel, ...to }) => to),
  }));

test('what ipvsadm -Ln prints of a definition is read as that definition', () => {
  fc.assert(
    fc.property(definition, (one) => {
      const read = readIpvsadmListing(printed(one));
      if (one.services.length === 0) expect(read.ok).toBe(false);
      else expect(listed((read as { definition: Definition }).definition)).toEqual(listed(one));
    }),
  );
});

const reasons = (text: string): string[] =>
  readIpvsadmListing(text).notes.map((note) =>
    note.kind === 'taken' ? `${note.line} = ${note.text}` : `${note.line} ${note.code} ${note.about}`,
  );

test('names of ports are read, and what nobody can ask for is left out with its line', () => {
  expect(
    reasons(
      [
        'TCP  10.0.0.4:http wlc',
        '  -> 10.0.0.21:http               Route   1      5          10        ',
        '  -> 10.0.0.22:http               Local   1      0          0         ',
        '  -> web3:http                    Route   1      0          0         ',
        'TCP  10.0.0.5:80                       12       34        0     5678        0',
        '  -> 10.0.0.23:80                      12       34        0     5678        0',
        'wibble',
      ].join('\r\n'),
    ),
  ).toEqual([
    '1 = TCP 10.0.0.4:80 wlc',
    '2 = 10.0.0.21:80 DR weight 1',
    '3 forwarding-unknown -> 10.0.0.22:http               Local   1      0          0',
    '4 host-name web3:http',
    '5 not-a-rule TCP  10.0.0.5:80                       12       34        0     5678        0',
    '6 forwarding-unknown -> 10.0.0.23:80                      12       34        0     5678        0',
    '7 syntax wibble',
  ]);
});

test('a destination stands under its service', () => {
  expect(reasons('  -> 10.0.0.21:80               Route   1      5          10')).toEqual([
    '0 no-services ipvsadm-listing',
    '1 destination-without-service -> 10.0.0.21:80               Route   1      5          10',
  ]);
});
