import { maximumServices } from '../../definition/definition.ts';
import { noSettings } from '../../definition/settings.ts';
import { asReadFile } from '../as-read-file.ts';
import { assembleDefinition } from '../assemble-definition.ts';
import type { DraftService } from '../draft-service.ts';
import { leftOut, wholeFile } from '../note.ts';
import type { Note, ReadFile } from '../read-file.ts';
import { type Directive, directiveText, ourComment } from './directive.ts';
import { leaveOut } from './leave-out.ts';
import { onceEach } from './once-each.ts';
import { parseFile } from './parse-file.ts';
import { readDefinitionComments } from './read-comments.ts';
import { readGlobalDefs } from './read-global-defs.ts';
import type { Groups } from './read-targets.ts';
import { readVirtualServer } from './read-virtual-server.ts';

/** Destinations that the services of all groups may have together. */
const mostOfGroups = 30_000;

/** Reads a keepalived.conf: the virtual services that keepalived 2.2 makes of it, with a note for everything else. */
export function readKeepalived(text: string): ReadFile {
  const { directives, notes: grammar } = parseFile(text);
  const notes: Note[] = [...grammar];
  if (directives.length === 0 && notes.length === 0)
    return { ok: false, format: 'keepalived', notes: [leftOut(wholeFile, 'empty-file', '')] };

  const groups = groupsOf(directives, notes);
  const timeouts = { ...noSettings.timeouts };
  const comments: Directive[] = [];
  const drafts: DraftService[] = [];
  for (const directive of directives) {
    if (directive.name === 'virtual_server')
      for (const draft of readVirtualServer(directive, groups, notes)) drafts.push(draft);
    else if (directive.name === 'global_defs') comments.push(...readGlobalDefs(directive, timeouts, notes));
    else if (directive.name === ourComment) comments.push(directive);
    else if (directive.name !== 'virtual_server_group') leaveOut(directive, notes);
  }
  for (const [name, group] of groups.byName)
    if (!groups.used.has(name)) notes.push(leftOut(group, 'not-in-effect', directiveText(group)));

  const { realServers, sysctls, drift, guard, isOurs } = readDefinitionComments(comments, notes);
  const assembled = assembleDefinition(drafts, { timeouts, sysctls, drift, guard });
  const definition = realServers.length > 0 ? { ...assembled.definition, realServers } : assembled.definition;
  const all = notes.concat(assembled.notes);
  const read = asReadFile('keepalived', { definition, notes: groups.used.size > 0 ? onceEach(all) : all }, []);
  // An export of an empty definition is one all the same.
  if (read.ok || !isOurs) return read;
  return { ...read, ok: true, format: 'keepalived', definition, notes: read.notes.slice(1) };
}

function groupsOf(directives: readonly Directive[], notes: Note[]): Groups {
  const byName = new Map<string, Directive>();
  for (const directive of directives) {
    if (directive.name !== 'virtual_server_group') continue;
    const [name = ''] = directive.words;
    if (byName.has(name)) notes.push(leftOut(directive, 'name-twice', directiveText(directive)));
    else byName.set(name, directive);
  }
  return { byName, used: new Map(), servicesLeft: maximumServices, destinationsLeft: mostOfGroups };
}
