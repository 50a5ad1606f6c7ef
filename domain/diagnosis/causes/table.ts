import { serviceKeyText } from '../../lvs/service-key.ts';
import { isTableAction } from '../../plan/plan.ts';
import type { DirectorCause, ServiceCause } from '../cause.ts';

export const foreignInTheWay: DirectorCause = {
  ...{ code: 'foreign-in-the-way', severity: 'warning', dependsOn: ['unreachable'], showAfter: 0 },
  detect: ({ standing: { plan } }) =>
    plan && plan.foreign.length > 0 ? [{ body: { code: 'foreign-in-the-way', services: plan.foreign } }] : [],
};

export const settingUnsupported: DirectorCause = {
  ...{ code: 'setting-unsupported', severity: 'notice', dependsOn: ['unreachable'], showAfter: 0 },
  detect: ({ standing: { plan }, record: { facts } }) =>
    plan && plan.unsupported.length > 0 && facts
      ? [{ body: { code: 'setting-unsupported', names: plan.unsupported, kernel: facts.kernel } }]
      : [],
};

/** Not said while an intent is on its way: what differs then is work in progress. */
export const drift: DirectorCause = {
  ...{ code: 'drift', severity: 'warning', dependsOn: ['unreachable'], showAfter: 0 },
  detect: ({ standing: { plan, head }, record }) => {
    if (head.state !== 'drifted' || !plan || record.wanted === 0) return [];
    const byService = Map.groupBy(plan.steps, (step) => (isTableAction(step) ? serviceKeyText(step.service) : null));
    return [...byService].map(([service, steps]) => ({ service, body: { code: 'drift', steps } }));
  },
};

export const noDestinationServes: ServiceCause = {
  ...{ code: 'no-destination-serves', severity: 'critical', dependsOn: ['unreachable'], showAfter: 0 },
  detect: ({ rows, serving }) =>
    rows.length > 0 && serving.length === 0 ? [{ body: { code: 'no-destination-serves' } }] : [],
};
