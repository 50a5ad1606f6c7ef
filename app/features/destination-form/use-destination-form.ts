import { useForm } from 'react-hook-form';
import type { Problem } from '../../../domain/definition/change.ts';
import type { DestinationDefinition } from '../../../domain/definition/destination-definition.ts';
import { type ServiceDefinition, serviceDefinitionSchema } from '../../../domain/definition/service-definition.ts';
import { schemaResolver } from '../../lib/schema-resolver.ts';
import {
  type DestinationValues,
  fieldOfDestinationPath,
  newDestinationValues,
  othersThan,
  typedIn,
  valuesOfDestination,
} from './destination-values.ts';

/** The form of a destination in its virtual service, empty or filled from the one that is edited. */
export function useDestinationForm(service: ServiceDefinition, edited: DestinationDefinition | null) {
  const place = othersThan(service, edited).length;
  const form = useForm<DestinationValues, unknown, { checked: ServiceDefinition }>({
    defaultValues: edited ? valuesOfDestination(edited) : newDestinationValues(service),
    resolver: schemaResolver({
      schema: serviceDefinitionSchema,
      typed: (values) => typedIn(values, service, edited),
      fieldOf: (path) =>
        path[0] === 'destinations' && path[1] === place ? fieldOfDestinationPath(path.slice(2)) : null,
    }),
    // Not when a field is left: what appears then moves the button that is being pressed.
    mode: 'onChange',
    delayError: 600,
  });

  /** Puts the console's problems beside their fields; false when one of them has no field here. */
  const putProblems = (problems: readonly Problem[]): boolean => {
    const placed = problems.map(({ path, message }) => ({
      // `services › 3 › destinations › 2 › weight` of the whole definition.
      field: path[0] === 'services' && path[2] === 'destinations' ? fieldOfDestinationPath(path.slice(4)) : null,
      message,
    }));
    if (placed.some(({ field }) => field === null)) return false;
    for (const { field, message } of placed) if (field) form.setError(field, { message });
    return true;
  };

  return { form, putProblems };
}

export type DestinationForm = ReturnType<typeof useDestinationForm>['form'];
