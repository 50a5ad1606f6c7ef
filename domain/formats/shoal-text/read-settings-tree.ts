import { guardNames } from '../../definition/flat-settings.ts';
import {
  driftPolicies,
  guardSchema,
  noSettings,
  type Settings,
  sysctlsSchema,
  timeoutsSchema,
} from '../../definition/settings.ts';
import { sysctlNames } from '../../lvs/sysctl.ts';
import { leftOut, taken } from '../note.ts';
import type { Note } from '../read-file.ts';
import { FieldReader, fieldsOf } from './fields-of.ts';
import type { TextField } from './text-tree.ts';

/** The settings of a text; what is out of its range or unknown is left out, with a note on its line. */
export function readSettingsTree(field: TextField | undefined, notes: Note[]): Settings {
  const fields = field && fieldsOf(field.value, ['timeouts', 'sysctls', 'drift', 'guard'], notes);
  if (!fields) return noSettings;
  const reader = new FieldReader(fields, notes);
  const drift = reader.oneOf('drift', driftPolicies) ?? 'report';
  const timeouts = readNumbers(fields.get('timeouts'), ['tcp', 'tcpfin', 'udp'], notes, (values) => {
    const checked = timeoutsSchema.safeParse(values);
    return checked.success ? null : (checked.error.issues[0]?.path[0] ?? '');
  });
  const sysctls = readNumbers(fields.get('sysctls'), sysctlNames, notes, (values) => {
    const checked = sysctlsSchema.safeParse(values);
    return checked.success ? null : (checked.error.issues[0]?.path[0] ?? '');
  });
  const guard = readNumbers(fields.get('guard'), guardNames, notes, (values) => {
    const checked = guardSchema.safeParse(values);
    return checked.success ? null : (checked.error.issues[0]?.path[0] ?? '');
  });
  const driftField = fields.get('drift');
  if (driftField && !reader.hasFailed) notes.push(taken(driftField, `drift ${drift}`));
  return {
    timeouts: { ...noSettings.timeouts, ...timeouts },
    sysctls,
    drift,
    guard: { ...noSettings.guard, ...guard },
  };
}

/** `problemIn` names a field that keeps the others from being accepted, until none is left or all are accepted. */
function readNumbers(
  field: TextField | undefined,
  names: readonly string[],
  notes: Note[],
  problemIn: (values: Record<string, number>) => PropertyKey | null,
): Record<string, number> {
  const fields = field && fieldsOf(field.value, names, notes);
  if (!fields) return {};
  const reader = new FieldReader(fields, notes);
  const values: Record<string, number> = {};
  for (const name of fields.keys()) {
    const value = reader.count(name);
    if (value !== undefined) values[name] = value;
  }
  for (let problem = problemIn(values); problem !== null; problem = problemIn(values)) {
    // A pair of which one is missing names that one.
    const name =
      String(problem) in values ? String(problem) : (Object.keys(values).find((one) => /^sync_/.test(one)) ?? '');
    const at = fields.get(name);
    if (!at) return {};
    notes.push(leftOut(at, 'value-invalid', `${name}: ${values[name]}`));
    delete values[name];
  }
  for (const [name, value] of Object.entries(values)) {
    const at = fields.get(name);
    if (at) notes.push(taken(at, `${name} ${value}`));
  }
  return values;
}
