import { type RealServer, realServerSchema } from '../../definition/definition.ts';
import { leftOut, taken } from '../note.ts';
import type { Note } from '../read-file.ts';
import { FieldReader, fieldsOf, isNothing, itemsOf } from './fields-of.ts';
import type { TextField, TextTree } from './text-tree.ts';

/** Most real servers that a definition holds. */
const maximumRealServers = 5000;

/** The real servers of a text; one that is refused, or whose name or address another has, is left out with a note. */
export function readRealServersTree(field: TextField | undefined, notes: Note[]): RealServer[] {
  const names = new Set<string>();
  const addresses = new Set<string>();
  const servers: RealServer[] = [];
  for (const item of itemsOf(field, notes)) {
    const server = readRealServer(item, notes);
    if (!server) continue;
    const takenAddress = server.addresses.find(
      (address, at) => addresses.has(address) || server.addresses.indexOf(address) < at,
    );
    if (servers.length === maximumRealServers) notes.push(leftOut(item, 'too-many', String(maximumRealServers)));
    else if (names.has(server.name)) notes.push(leftOut(item, 'name-twice', server.name));
    else if (takenAddress) notes.push(leftOut(item, 'given-twice', takenAddress));
    else {
      names.add(server.name);
      for (const address of server.addresses) addresses.add(address);
      servers.push(server);
      notes.push(taken(item, `${server.name} ${server.addresses.join(' ')}`));
    }
  }
  return servers;
}

function readRealServer(tree: TextTree, notes: Note[]): RealServer | undefined {
  const fields = fieldsOf(tree, ['name', 'addresses', 'labels'], notes);
  if (!fields) return undefined;
  const name = new FieldReader(fields, notes).text('name');
  const listed = { addresses: textsOf(fields.get('addresses')), labels: textsOf(fields.get('labels')) };
  const texts = (list: readonly TextTree[]) => list.map((item) => (item.kind === 'scalar' ? item.source : ''));
  const lists = { addresses: texts(listed.addresses), labels: texts(listed.labels) };
  const checked = realServerSchema.safeParse({ name, ...lists });
  if (checked.success) return checked.data;
  for (const { path } of checked.error.issues) {
    const list = path[0] === 'addresses' || path[0] === 'labels' ? path[0] : null;
    const place = typeof path[1] === 'number' ? path[1] : -1;
    const at = (list && listed[list][place]) ?? fields.get(String(path[0]))?.value;
    if (list === 'addresses' && at) notes.push(leftOut(at, 'address-invalid', lists.addresses[place] ?? ''));
    else if (list === 'labels' && at) notes.push(leftOut(at, 'value-invalid', lists.labels[place] ?? ''));
    else notes.push(leftOut(at ?? tree, at ? 'value-invalid' : 'value-missing', at ? (name ?? '') : String(path[0])));
  }
  return undefined;
}

/** The items of a list; a single value is a list of one. */
function textsOf(field: TextField | undefined): readonly TextTree[] {
  if (!field || isNothing(field.value)) return [];
  return field.value.kind === 'list' ? field.value.items : [field.value];
}
