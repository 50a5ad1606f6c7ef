import { useForm } from 'react-hook-form';
import type { Problem } from '../../../domain/definition/change.ts';
import type { DestinationDefinition } from '../../../domain/definition/destination-definition.ts';
import { type ServiceDefinition, serviceDefinitionSchema } from '../../../domain/definition/service-definition.ts';
import { schemaResolver } from '../../lib/schema-resolver.ts';
import { fieldOfPath, newServiceValues, type ServiceValues, typedService, valuesOfService } from './service-values.ts';

/** The form of a virtual service, empty or filled from the one that is edited. */
export function useServiceForm(
  edited: ServiceDefinition | null,
  destinationsNow: (() => readonly DestinationDefinition[]) | null,
) {
  const form = useForm<ServiceValues, unknown, { checked: ServiceDefinition }>({
    defaultValues: edited ? valuesOfService(edited) : newServiceValues,
    resolver: schemaResolver({
      schema: serviceDefinitionSchema,
      typed: (values) => typedService(values, destinationsNow?.() ?? null),
      fieldOf: fieldOfPath,
    }),
    // Not when a field is left: what appears then moves the button that is being pressed.
    mode: 'onChange',
    delayError: 600,
  });

  /** Puts the console's problems beside their fields; false when one of them has no field here. */
  const putProblems = (problems: readonly Problem[]): boolean => {
    const placed = problems.map((problem) => ({
      // The console checks the whole definition: `services › 3 › key` is this service's `key`.
      field: fieldOfPath(problem.path[0] === 'services' ? problem.path.slice(2) : problem.path, form.getValues()),
      message: problem.message,
    }));
    if (placed.some(({ field }) => field === null)) return false;
    for (const { field, message } of placed) form.setError(field as keyof ServiceValues, { message });
    return true;
  };

  return { form, putProblems };
}

export type ServiceForm = ReturnType<typeof useServiceForm>['form'];
