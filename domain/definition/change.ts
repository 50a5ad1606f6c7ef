import { z } from 'zod';
import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import { destinationKeyTextSchema, serviceKeyTextSchema } from '../overlay/overlay.ts';
import { ok, type Result, refused } from '../result.ts';
import { type Definition, definitionSchema, realServerSchema } from './definition.ts';
import { destinationDefinitionSchema } from './destination-definition.ts';
import { type ServiceDefinition, serviceDefinitionSchema } from './service-definition.ts';
import { settingsSchema } from './settings.ts';

const oneChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add-service'), service: serviceDefinitionSchema }),
  z.strictObject({
    kind: z.literal('edit-service'),
    key: serviceKeyTextSchema,
    service: serviceDefinitionSchema,
  }),
  z.strictObject({ kind: z.literal('remove-service'), key: serviceKeyTextSchema }),
  z.strictObject({
    kind: z.literal('add-destination'),
    service: serviceKeyTextSchema,
    destination: destinationDefinitionSchema,
  }),
  z.strictObject({
    kind: z.literal('edit-destination'),
    service: serviceKeyTextSchema,
    key: destinationKeyTextSchema,
    destination: destinationDefinitionSchema,
  }),
  z.strictObject({
    kind: z.literal('remove-destination'),
    service: serviceKeyTextSchema,
    key: destinationKeyTextSchema,
  }),
  z.strictObject({ kind: z.literal('name-real-servers'), realServers: z.array(realServerSchema).max(5000) }),
  z.strictObject({ kind: z.literal('set-settings'), settings: settingsSchema }),
  z.strictObject({ kind: z.literal('replace'), definition: definitionSchema }),
]);

/** A change to a definition as a form sends it: one, or several that are made together or not at all. */
export const changeSchema = z.discriminatedUnion('kind', [
  ...oneChangeSchema.options,
  z.strictObject({ kind: z.literal('several'), changes: z.array(oneChangeSchema).min(1).max(20_000) }),
]);

export type Change = z.output<typeof changeSchema>;

/** What is wrong with a definition: the field's path and a code of the message catalogues. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export type Changed =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The definition after a change, or what is wrong with it. Paths of problems are those of the changed definition. */
export function applyChange(definition: Definition, change: Change): Changed {
  const changed = changedDefinition(definition, change);
  if (!changed.ok) return { ok: false, problems: [{ path: [], message: changed.reason }] };
  return checkedDefinition(changed.value);
}

/** The definition in its canonical form, or what is wrong with it. */
export function checkedDefinition(definition: unknown): Changed {
  const checked = definitionSchema.safeParse(definition);
  if (checked.success) return { ok: true, definition: checked.data };
  const problems = checked.error.issues.map((issue) => ({
    path: issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
    message: issue.message,
  }));
  return { ok: false, problems };
}

function changedDefinition(definition: Definition, change: Change): Result<Definition> {
  const { services } = definition;
  switch (change.kind) {
    case 'several':
      return changedInTurn(definition, change.changes);
    case 'replace':
      return ok(change.definition);
    case 'set-settings':
      return ok({ ...definition, settings: change.settings });
    case 'name-real-servers':
      return ok({ ...definition, realServers: change.realServers });
    case 'add-service':
      return ok({ ...definition, services: [...services, change.service] });
    case 'edit-service':
      return withService(definition, change.key, () => ok(change.service));
    case 'remove-service':
      return withService(definition, change.key, () => ok(null));
    case 'add-destination':
      return withService(definition, change.service, (service) =>
        ok({ ...service, destinations: [...service.destinations, change.destination] }),
      );
    case 'edit-destination':
      return withDestination(definition, change.service, change.key, [change.destination]);
    case 'remove-destination':
      return withDestination(definition, change.service, change.key, []);
  }
}

function changedInTurn(definition: Definition, changes: readonly Change[]): Result<Definition> {
  let changed = definition;
  for (const change of changes) {
    const next = changedDefinition(changed, change);
    if (!next.ok) return next;
    changed = next.value;
  }
  return ok(changed);
}

function withService(
  definition: Definition,
  key: ServiceKeyText,
  edit: (service: ServiceDefinition) => Result<ServiceDefinition | null>,
): Result<Definition> {
  const index = definition.services.findIndex((service) => serviceKeyText(service.key) === key);
  const service = definition.services[index];
  if (!service) return refused('service-unknown');
  const edited = edit(service);
  if (!edited.ok) return edited;
  return ok({
    ...definition,
    services: definition.services.toSpliced(index, 1, ...(edited.value ? [edited.value] : [])),
  });
}

function withDestination(
  definition: Definition,
  serviceKey: ServiceKeyText,
  key: DestinationKeyText,
  replacement: ServiceDefinition['destinations'],
): Result<Definition> {
  return withService(definition, serviceKey, (service) => {
    const index = service.destinations.findIndex((destination) => destinationKeyText(destination) === key);
    if (index < 0) return refused('destination-unknown');
    return ok({ ...service, destinations: service.destinations.toSpliced(index, 1, ...replacement) });
  });
}
