import type { Definition } from '../../domain/definition/definition.ts';
import { maximumIntentBytes } from '../../domain/wire/intent.ts';

/** Whether agents would take an intent with this definition: half of what they take, as overlays come beside it. */
export const fitsIntent = (definition: Definition): boolean =>
  JSON.stringify(definition).length <= maximumIntentBytes / 2;
