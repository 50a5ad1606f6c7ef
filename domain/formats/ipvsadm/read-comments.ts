import type { RealServer } from '../../definition/definition.ts';
import { noSettings, type Settings } from '../../definition/settings.ts';
import { destinationKeyText } from '../../lvs/destination-key.ts';
import { parseServiceKeySlug, serviceKeyText } from '../../lvs/service-key.ts';
import { parseCheckComment } from '../check-fields.ts';
import { parseDefinitionComment } from '../definition-comments.ts';
import type { DraftService } from '../draft-service.ts';
import { leftOut, taken } from '../note.ts';
import type { Note } from '../read-file.ts';
import { type ShoalComment, shoalCommentText } from '../shoal-comment.ts';
import type { RuleService, RulesRead } from './read-rules.ts';
import type { RuleLines } from './rule-lines.ts';

/** Most real servers that a definition holds. */
const maximumRealServers = 5000;

export interface CommentsRead {
  readonly services: readonly DraftService[];
  readonly realServers: readonly RealServer[];
  readonly settings: Settings;
  readonly notes: readonly Note[];
}

/**
 * The rules of a file with what Shoal's comments in it add to them: names, real servers, settings, and thresholds that
 * rules can't say. A comment that fits nothing has a note.
 */
export function readComments(rules: RulesRead, comments: RuleLines['comments']): CommentsRead {
  const services = [...rules.services];
  const places = new Map<string, number>();
  for (const [at, service] of services.entries())
    if (!places.has(serviceKeyText(service.key))) places.set(serviceKeyText(service.key), at);
  const names = new Set<string>();
  const addresses = new Set<string>();
  const realServers: RealServer[] = [];
  let settings: Settings = { ...noSettings, timeouts: rules.timeouts };
  const notes: Note[] = [];
  for (const { comment, ...at } of comments) {
    const text = shoalCommentText(comment);
    const part = parseDefinitionComment(comment);
    let understood = part !== undefined;
    if (part?.kind === 'real-server') {
      const { realServer } = part;
      const isNew = !realServer.addresses.some(
        (address, place, all) => addresses.has(address) || all.indexOf(address) < place,
      );
      understood = isNew && !names.has(realServer.name) && realServers.length < maximumRealServers;
      if (understood) realServers.push(realServer);
      names.add(realServer.name);
      for (const address of realServer.addresses) addresses.add(address);
    } else if (part) {
      const { kind: _kind, ...values } = part;
      settings = { ...settings, ...values };
    } else understood = isOfService(comment, services, places);
    notes.push(understood ? taken(at, text) : leftOut(at, 'value-invalid', text));
  }
  return { services, realServers, settings, notes };
}

/** Gives a service its name or its check, or a destination its thresholds; false if there is none that the comment means. */
function isOfService(
  { subject, fields }: ShoalComment,
  services: RuleService[],
  places: ReadonlyMap<string, number>,
): boolean {
  const key = parseServiceKeySlug(fields.key ?? '');
  const place = key.ok ? places.get(serviceKeyText(key.value)) : undefined;
  const service = services[place ?? -1];
  if (place === undefined || !service) return false;
  if (subject === 'service' && fields.name) {
    services[place] = { ...service, name: fields.name };
    return true;
  }
  if (subject === 'check') {
    const { key: _, ...ofCheck } = fields;
    const check = parseCheckComment(ofCheck);
    if (check) services[place] = { ...service, check };
    return check !== undefined;
  }
  const at = service.destinations.findIndex((to) => destinationKeyText(to) === fields.address);
  const destination = service.destinations[at];
  const isNumber = (value = '') => /^\d{1,10}$/.test(value);
  if (subject !== 'thresholds' || !destination || !isNumber(fields.upper) || !isNumber(fields.lower)) return false;
  const thresholds = { upperThreshold: Number(fields.upper), lowerThreshold: Number(fields.lower) };
  services[place] = { ...service, destinations: service.destinations.with(at, { ...destination, ...thresholds }) };
  return true;
}
