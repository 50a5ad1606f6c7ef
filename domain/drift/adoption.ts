import type { Definition } from '../definition/definition.ts';
import { refused } from '../result.ts';
import type { OneChange } from './adopted.ts';
import { AdoptedDefinition } from './adopted-definition.ts';
import type { DriftItem } from './drift-item.ts';

/** What makes what a kernel has part of a definition. */
export interface Adoption {
  /** To be made together, in this order: the changes of `{ kind: 'several' }`. */
  readonly changes: readonly OneChange[];
  /** The items that can't be adopted; the others are. */
  readonly refusals: readonly AdoptionRefusal[];
}

export interface AdoptionRefusal {
  readonly target: string;
  /** A code of the message catalogues: `drained-and-serving`, or why `definitionSchema` refuses it. */
  readonly code: string;
}

/** The changes to a definition after which the kernel's side of these items is what is desired. */
export function adoptionOf(items: readonly DriftItem[], definition: Definition): Adoption {
  const adopted = new AdoptedDefinition(definition);
  const changes: OneChange[] = [];
  const refusals: AdoptionRefusal[] = [];
  for (const { target, notAdoptable, stands, alsoStands } of items) {
    const taken = notAdoptable === null ? adopted.take(stands, alsoStands) : refused(notAdoptable);
    if (taken.ok) changes.push(taken.value);
    else refusals.push({ target, code: taken.reason });
  }
  return { changes, refusals };
}
