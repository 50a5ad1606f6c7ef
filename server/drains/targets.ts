import type { Definition } from '../../domain/definition/definition.ts';
import { realServerNames } from '../../domain/definition/real-server.ts';
import { destinationKeyText } from '../../domain/lvs/destination-key.ts';
import { serviceKeyText } from '../../domain/lvs/service-key.ts';
import type { DrainTarget } from '../../domain/overlay/overlay.ts';
import { targetText } from '../../domain/overlay/target-text.ts';

/** Whether a definition has what a drain would be laid over. */
export const isDefined = (definition: Definition, target: DrainTarget): boolean =>
  textsOf(definition).has(targetText(target));

/** Worked out once for each definition, as a thousand targets may be asked for together; definitions never change. */
const known = new WeakMap<Definition, ReadonlySet<string>>();

function textsOf(definition: Definition): ReadonlySet<string> {
  const texts =
    known.get(definition) ??
    new Set([
      ...realServerNames(definition),
      ...definition.services.flatMap(({ key, destinations }) => {
        const service = serviceKeyText(key);
        return destinations.map((to) => `${service} ${destinationKeyText(to)}`);
      }),
    ]);
  known.set(definition, texts);
  return texts;
}
