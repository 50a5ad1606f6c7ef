import type { Settings } from '../../definition/settings.ts';
import { noSettings } from '../../definition/settings.ts';
import { destinationKeyText } from '../../lvs/destination-key.ts';
import { serviceKeyText } from '../../lvs/service-key.ts';
import type { DraftDestination, DraftService } from '../draft-service.ts';
import { type Lines, leftOut, taken } from '../note.ts';
import type { Note, NoteCode } from '../read-file.ts';
import { type Command, parseCommand } from './parse-command.ts';
import { readRuleDestination } from './read-rule-destination.ts';
import { readRuleService } from './read-rule-service.ts';
import { readServiceKey } from './read-service-key.ts';
import { readTimeouts } from './read-timeouts.ts';
import type { RuleLine } from './rule-lines.ts';

export interface RulesRead {
  readonly services: readonly RuleService[];
  readonly timeouts: Settings['timeouts'];
  readonly notes: readonly Note[];
}

export type RuleService = Omit<DraftService, 'destinations'> & { readonly destinations: DraftDestination[] };

/** Commands that say nothing of what stands in a table. */
const otherCommands: Partial<Record<Command['name'], NoteCode>> = {
  'start-daemon': 'no-sync-daemon',
  'stop-daemon': 'no-sync-daemon',
  // At the end of our own export; what it prints is of no concern.
  version: 'comment',
};

/** Rules of one service that are looked at; a definition takes fewer, and refuses them one by one. */
const mostDestinations = 2000;

/** What the rules of a file come to, one after the other, and a note for each that comes to nothing. */
export function readRules(lines: readonly RuleLine[]): RulesRead {
  const services: RuleService[] = [];
  const byKey = new Map<string, RuleService>();
  const notes: Note[] = [];
  let timeouts = noSettings.timeouts;

  const addService = (command: Command, at: Lines): void => {
    const read = readRuleService(command, at);
    if (!read.ok) return void notes.push(leftOut(at, read.code, read.about));
    notes.push(...read.notes);
    const service = { ...read.value, destinations: [] };
    services.push(service);
    const key = serviceKeyText(service.key);
    if (!byKey.has(key)) byKey.set(key, service);
  };

  const addDestination = (command: Command, at: Lines): void => {
    const key = readServiceKey(command);
    if (!key.ok) return void notes.push(leftOut(at, key.code, key.about));
    const service = byKey.get(serviceKeyText(key.value));
    const read = readRuleDestination(command, key.value, at);
    if (!read.ok) return void notes.push(leftOut(at, read.code, read.about));
    if (!service) return void notes.push(leftOut(at, 'destination-without-service', destinationKeyText(read.value)));
    if (service.destinations.length === mostDestinations)
      return void notes.push(leftOut(at, 'too-many', String(mostDestinations)));
    notes.push(...read.notes);
    service.destinations.push(read.value);
  };

  for (const { words, ...at } of lines) {
    const parsed = parseCommand(words);
    if (!parsed.ok) {
      notes.push(leftOut(at, parsed.code, parsed.about));
      continue;
    }
    const { command } = parsed;
    const [extra] = command.words;
    if (command.name === 'set') {
      const read = readTimeouts(command.words, timeouts);
      if (read.ok) timeouts = read.value;
      notes.push(read.ok ? taken(at, words.join(' ')) : leftOut(at, read.code, read.about));
    } else if (command.name !== 'add-service' && command.name !== 'add-server') {
      notes.push(leftOut(at, otherCommands[command.name] ?? 'not-a-rule', words.join(' ')));
    } else if (extra !== undefined) notes.push(leftOut(at, 'value-invalid', extra));
    else if (command.name === 'add-service') addService(command, at);
    else addDestination(command, at);
  }
  return { services, timeouts, notes };
}
