import { newestApply } from '../../display/newest-apply.ts';
import type { DirectorCause } from '../cause.ts';

export const unreachable: DirectorCause = {
  ...{ code: 'unreachable', severity: 'critical', dependsOn: [], showAfter: 0 },
  detect: ({ standing, record, at }) => {
    if (standing.head.state !== 'unreachable') return [];
    const heard = record.history.latest?.receivedAt ?? null;
    return [{ body: { code: 'unreachable', sinceMs: heard === null ? null : at - heard } }];
  },
};

export const agentTrouble: DirectorCause = {
  ...{ code: 'agent-trouble', severity: 'critical', dependsOn: ['unreachable'], showAfter: 0 },
  detect: ({ record }) => (record.trouble ? [{ body: { code: 'agent-trouble', detail: record.trouble } }] : []),
};

export const intentRefused: DirectorCause = {
  ...{ code: 'intent-refused', severity: 'critical', dependsOn: ['unreachable'], showAfter: 0 },
  detect: ({ record: { refusal } }) =>
    refusal ? [{ body: { code: 'intent-refused', refusal: refusal.code, detail: refusal.detail } }] : [],
};

export const applyFailed: DirectorCause = {
  ...{ code: 'apply-failed', severity: 'critical', dependsOn: ['unreachable'], showAfter: 0 },
  detect: ({ record }) => {
    const newest = newestApply(record);
    if (newest?.phase !== 'failed') return [];
    const step = newest.steps.find((result) => result.outcome === 'failed');
    const error = step?.error ?? newest.detail ?? '';
    return [{ body: { code: 'apply-failed', line: step?.line ?? '', error } }];
  },
};
