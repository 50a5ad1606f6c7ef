import type { Check } from '../../checks/check.ts';
import { type SchedulerFlag, schedulerFlags } from '../../lvs/scheduler.ts';
import { parseServiceKey, type ServiceKey } from '../../lvs/service-key.ts';
import { checkFieldNames, parseCheckFields } from '../check-fields.ts';
import type { DraftService } from '../draft-service.ts';
import { leftOut } from '../note.ts';
import type { Note, NoteCode } from '../read-file.ts';
import { FieldReader, fieldsOf, isNothing, itemsOf } from './fields-of.ts';
import { readDestinationTree } from './read-destination-tree.ts';
import type { TextField, TextTree } from './text-tree.ts';

const known = [
  ...['name', 'key', 'scheduler', 'schedulerFlags', 'onePacket', 'persistence', 'persistenceEngine', 'check'],
  'destinations',
];

/** A virtual service as a text has it; undefined, with notes, where what it is can't be told. */
export function readServiceTree(tree: TextTree, notes: Note[]): DraftService | undefined {
  const fields = fieldsOf(tree, known, notes);
  if (!fields) return undefined;
  const reader = new FieldReader(fields, notes);
  const key = readKey(fields.get('key'), reader, tree, notes);
  const scheduler = reader.text('scheduler');
  if (!fields.has('scheduler')) notes.push(leftOut(tree, 'value-missing', 'scheduler'));
  const service = {
    name: reader.text('name') ?? null,
    schedulerFlags: readFlags(fields.get('schedulerFlags'), notes, reader),
    onePacket: reader.onOff('onePacket') ?? false,
    persistence: readPersistence(fields.get('persistence'), reader, notes),
    persistenceEngine: reader.oneOf('persistenceEngine', ['sip']) ?? null,
    check: readCheck(fields.get('check'), notes),
  };
  // A service that is half understood would balance otherwise than written.
  if (!key || scheduler === undefined || reader.hasFailed) {
    for (const item of itemsOf(fields.get('destinations'), []))
      notes.push(leftOut(item, 'destination-without-service', describedKey(item)));
    return undefined;
  }
  const destinations = itemsOf(fields.get('destinations'), notes).flatMap(
    (item) => readDestinationTree(item, key, notes) ?? [],
  );
  return { ...service, line: tree.line, lastLine: tree.lastLine, key, scheduler, destinations };
}

function describedKey(tree: TextTree): string {
  const field = tree.kind === 'map' ? tree.fields.find(({ name }) => name === 'key') : undefined;
  return field?.value.kind === 'scalar' ? field.value.source : '';
}

function readKey(
  field: TextField | undefined,
  reader: FieldReader,
  tree: TextTree,
  notes: Note[],
): ServiceKey | undefined {
  if (!field) notes.push(leftOut(tree, 'value-missing', 'key'));
  const text = reader.text('key');
  if (!field || text === undefined) return undefined;
  const key = parseServiceKey(text.replace(/^fwmark /i, 'FWM '));
  return key.ok ? key.value : reader.fail(field, keyProblem(text));
}

const keyProblem = (text: string): NoteCode => (/^(fwmark|fwm) /i.test(text) ? 'fwmark-out-of-range' : 'value-invalid');

function readFlags(field: TextField | undefined, notes: Note[], reader: FieldReader): SchedulerFlag[] {
  return itemsOf(field, notes).flatMap((item) => {
    const flag = schedulerFlags.find((one) => item.kind === 'scalar' && one === item.source);
    if (!flag && field) reader.fail(field);
    return flag ?? [];
  });
}

function readPersistence(
  field: TextField | undefined,
  reader: FieldReader,
  notes: Note[],
): { timeout: number; netmask: number | null } | null {
  if (!field) return null;
  if (field.value.kind === 'scalar') {
    const timeout = reader.count('persistence');
    return timeout === undefined ? null : { timeout, netmask: null };
  }
  const parts = fieldsOf(field.value, ['timeout', 'netmask'], notes);
  const partReader = new FieldReader(parts ?? new Map(), notes);
  const timeout = partReader.count('timeout');
  const netmask = partReader.count('netmask') ?? null;
  if (timeout === undefined || partReader.hasFailed) return reader.fail(field) ?? null;
  return { timeout, netmask };
}

/** A check that can't be read is left out alone: the service balances as written without it. */
function readCheck(field: TextField | undefined, notes: Note[]): Check | null {
  if (!field || isNothing(field.value)) return null;
  const parts = fieldsOf(field.value, checkFieldNames, notes);
  if (!parts) return null;
  const reader = new FieldReader(parts, notes);
  const texts = [...parts.keys()].map((name): [string, string] => [name, reader.text(name) ?? '']);
  const check = reader.hasFailed ? undefined : parseCheckFields(Object.fromEntries(texts));
  if (!check && !reader.hasFailed) notes.push(leftOut(field, 'value-invalid', 'check'));
  return check ?? null;
}
