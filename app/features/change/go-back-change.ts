import type { ChangeRequest } from './change-request.ts';
import { definitionChange } from './definition-change.ts';

/** Makes the definition what an earlier revision was, as a new revision on top of `base`. */
export const goBackChange = (cluster: string, base: number, revision: number): ChangeRequest =>
  definitionChange({ cluster, base, change: () => ({ kind: 'go-back', revision }) });
