import { longestTimeout, type Settings } from '../../definition/settings.ts';
import { leftOut, taken } from '../note.ts';
import type { Note } from '../read-file.ts';
import { type Directive, directiveText, ourComment } from './directive.ts';
import { leaveOut } from './leave-out.ts';

type Timeouts = { -readonly [Name in keyof Settings['timeouts']]: Settings['timeouts'][Name] };

/** Reads `lvs_timeouts` of a global_defs block into `timeouts`; all else in it has a note. Gives back our comments. */
export function readGlobalDefs(block: Directive, timeouts: Timeouts, notes: Note[]): Directive[] {
  const comments: Directive[] = [];
  for (const directive of block.body ?? []) {
    if (directive.name === 'lvs_timeouts') readTimeouts(directive, timeouts, notes);
    else if (directive.name === ourComment) comments.push(directive);
    else leaveOut(directive, notes);
  }
  const isTaken = comments.length > 0 || block.body?.some(({ name }) => name === 'lvs_timeouts');
  notes.push(isTaken ? taken(block, block.name) : leftOut(block, 'no-process-settings', block.name));
  return comments;
}

/** `[tcp SECS] [tcpfin SECS] [udp SECS]`; 0 leaves what the kernel has. */
function readTimeouts(directive: Directive, timeouts: Timeouts, notes: Note[]): void {
  for (let at = 0; at < directive.words.length || at === 0; at += 2) {
    const [name = '', word = ''] = directive.words.slice(at, at + 2);
    const text = `${directive.name} ${name} ${word}`.trim();
    const seconds = /^\d{1,9}$/.test(word) ? Number(word) : undefined;
    if (word === '') notes.push(leftOut(directive, 'value-missing', text));
    else if (name !== 'tcp' && name !== 'tcpfin' && name !== 'udp')
      notes.push(leftOut(directive, 'value-invalid', directiveText(directive)));
    else if (seconds === undefined || seconds > longestTimeout)
      notes.push(leftOut(directive, 'timeout-out-of-range', text));
    else {
      if (seconds > 0) timeouts[name] = seconds;
      notes.push(taken(directive, text));
    }
  }
}
