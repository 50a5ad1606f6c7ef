import { destinationKeyText } from '../lvs/destination-key.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import { isTableAction, type StepAction } from './plan.ts';

/** What a step changes, as one text: `TCP 10.0.0.4:80`, `TCP 10.0.0.4:80 10.0.0.21:80`, `timeouts`, `net.ipv4.vs.x`. */
export function stepTarget(step: StepAction): string {
  if (!isTableAction(step)) return step.action === 'set-timeouts' ? 'timeouts' : `net.ipv4.vs.${step.name}`;
  const service = serviceKeyText(step.service);
  return 'destination' in step ? `${service} ${destinationKeyText(step.destination)}` : service;
}

/** Whether a step is within what an intent is confined to: its target, or the service that its target is in. */
export const isWithin = (only: ReadonlySet<string> | null, step: StepAction): boolean =>
  only === null || only.has(stepTarget(step)) || (isTableAction(step) && only.has(serviceKeyText(step.service)));
