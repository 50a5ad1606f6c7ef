import type { Change, Problem } from '../../../domain/definition/change.ts';
import { type ServiceDefinition, serviceDefinitionSchema } from '../../../domain/definition/service-definition.ts';
import { forwardingMethods } from '../../../domain/lvs/forwarding-method.ts';
import { schedulers } from '../../../domain/lvs/scheduler.ts';
import { type ServiceKeyText, serviceKeySlug, serviceKeyText } from '../../../domain/lvs/service-key.ts';
import type { VirtualService } from '../../../domain/lvs/table.ts';

export type TakenService =
  | { readonly ok: true; readonly service: ServiceDefinition }
  /** What a definition can't say of it, by codes of the message catalogues. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The definition of a service that a kernel has, so that applying it there changes nothing. */
export function takenService(kernel: VirtualService, name: string): TakenService {
  const unknown = unknownIn(kernel);
  if (unknown) return { ok: false, problems: [{ path: [], message: unknown }] };
  const read = serviceDefinitionSchema.safeParse({ ...kernel, name });
  if (read.success) return { ok: true, service: read.data };
  return {
    ok: false,
    problems: read.error.issues.map(({ path, message }) => ({ path: path.map((part) => part as string), message })),
  };
}

/** What the kernel knows and a definition doesn't. */
function unknownIn({ scheduler, destinations }: VirtualService): string | null {
  if (!schedulers.some((known) => known === scheduler)) return 'scheduler-unknown';
  const strange = destinations.some(({ forwarding }) => !forwardingMethods.some((known) => known === forwarding));
  return strange ? 'forwarding-not-definable' : null;
}

/** A name for a service that has none yet, and that nobody else has. */
export function freeName(service: Pick<VirtualService, 'key'>, taken: ReadonlySet<string>): string {
  const base = serviceKeySlug(service.key).slice(0, 58);
  let name = base;
  for (let next = 2; taken.has(name); next++) name = `${base}-${next}`;
  return name;
}

/** Defines services as a kernel has them; one that is defined already becomes what the kernel has. */
export function takingOver(services: readonly ServiceDefinition[], defined: ReadonlySet<ServiceKeyText>): Change {
  return {
    kind: 'several',
    changes: services.map((service) => {
      const key = serviceKeyText(service.key);
      return defined.has(key) ? { kind: 'edit-service', key, service } : { kind: 'add-service', service };
    }),
  };
}
