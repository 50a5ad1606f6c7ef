import { type Definition, maximumServices } from '../definition/definition.ts';
import type { ServiceDefinition } from '../definition/service-definition.ts';
import { noSettings, type Settings } from '../definition/settings.ts';
import { serviceKeySlug, serviceKeyText } from '../lvs/service-key.ts';
import { type Accepted, acceptService, refuseService } from './accept-service.ts';
import type { DraftDestination, DraftService } from './draft-service.ts';
import { nameRealServers } from './name-real-servers.ts';
import { inLineOrder, onLine, remark, taken } from './note.ts';
import type { Note } from './read-file.ts';
import { takenDestinationText, takenServiceText } from './taken-text.ts';
import { uniqueNames } from './unique-names.ts';

export interface Assembled {
  /** Always one that `definitionSchema` accepts as it is. */
  readonly definition: Definition;
  /** What was taken, changed and left out, in the order of the lines: each draft is in one note at least. */
  readonly notes: readonly Note[];
}

/**
 * The definition that a file's services make, in the order of the file.
 *
 * What a definition refuses is left out, a destination or a whole service, with a note on its lines; so are services and
 * destinations that stand twice (the first one stays). Services without a name are called after their key
 * (`tcp-10.0.0.4-80`).
 */
export function assembleDefinition(drafts: readonly DraftService[], settings: Settings = noSettings): Assembled {
  const giveName = uniqueNames();
  const keys = new Set<string>();
  const services: ServiceDefinition[] = [];
  const destinations: DraftDestination[] = [];
  const notes: Note[] = [];
  for (const draft of drafts) {
    const accepted = acceptOnce(draft, keys, services.length);
    for (const note of accepted.notes) notes.push(note);
    if (!accepted.service) continue;
    const { name, changed } = giveName(draft.name ?? serviceKeySlug(draft.key), serviceKeySlug(draft.key));
    const service = { ...accepted.service, name, destinations: accepted.destinations.map((to) => to.destination) };
    services.push(service);
    notes.push(taken(draft, takenServiceText(service)));
    if (changed && draft.name !== null)
      notes.push(remark(onLine(draft.line), 'name-changed', `${draft.name} → ${name}`));
    for (const to of accepted.destinations) {
      destinations.push(to.draft);
      notes.push(taken(to.draft, takenDestinationText(to.destination)));
    }
  }
  const named = nameRealServers(destinations);
  return {
    definition: { realServers: named.realServers, services, settings },
    notes: inLineOrder(notes.concat(named.notes)),
  };
}

function acceptOnce(draft: DraftService, keys: Set<string>, services: number): Accepted {
  const key = serviceKeyText(draft.key);
  if (keys.has(key)) return refuseService(draft, [{ code: 'service-twice', about: key }]);
  if (services >= maximumServices) return refuseService(draft, [{ code: 'too-many', about: String(maximumServices) }]);
  const accepted = acceptService(draft);
  if (accepted.service) keys.add(key);
  return accepted;
}
