import type { Definition } from '../../definition/definition.ts';
import { definitionComments } from '../definition-comments.ts';
import { shoalCommentText } from '../shoal-comment.ts';
import { virtualServerLines } from './write-virtual-server.ts';

/**
 * A definition as keepalived.conf(5): `virtual_server` blocks and `lvs_timeouts`, as keepalived 2.2 and later take them.
 *
 * It has no checks, for a definition has none. What keepalived has no words for stands in comments, so that
 * `readKeepalived` makes the same definition of it.
 */
export function writeKeepalived(definition: Definition): string {
  const ours = [
    // By which `recognise` knows the format, however little else is in the file.
    shoalCommentText({ subject: 'definition', fields: { format: 'keepalived' } }),
    ...definitionComments(definition, 'no-timeouts'),
  ];
  const blocks = [ours, timeoutLines(definition), ...definition.services.map(virtualServerLines)];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function timeoutLines({ settings: { timeouts } }: Definition): string[] {
  const words = (['tcp', 'tcpfin', 'udp'] as const).flatMap((name) =>
    timeouts[name] === null ? [] : [`${name} ${timeouts[name]}`],
  );
  return words.length > 0 ? ['global_defs {', `  lvs_timeouts ${words.join(' ')}`, '}'] : [];
}
