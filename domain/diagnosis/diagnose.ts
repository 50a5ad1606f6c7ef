import { balanceOf } from '../balance/balance.ts';
import type { DesiredService } from '../desired/desired-table.ts';
import { desiredByDirector } from '../display/desired-of.ts';
import { newestApply } from '../display/newest-apply.ts';
import type { ClusterRecord, DirectorRecord } from '../display/records.ts';
import { type Standing, standingOf } from '../display/standing.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import { numberOf } from '../observation/history.ts';
import { isTableAction } from '../plan/plan.ts';
import type { Finding, FindingBody, Severity } from './finding.ts';
import { skewFinding } from './skew.ts';

/**
 * What is wrong on a director now, worst first is left to the screen.
 *
 * A cause silences its consequences: what rests on an observation is not said of a director that is not heard, and
 * drift is not said while an intent is still on its way to it.
 */
export function diagnose(cluster: ClusterRecord, record: DirectorRecord, at: number): Finding[] {
  const standing = standingOf(desiredByDirector(cluster)(record), record, at);
  const say = sayer(record);
  if (record.lastSeen === null) return [];
  if (standing.head.state === 'unreachable') {
    const heard = record.history.latest?.receivedAt ?? null;
    return [say('critical', null, { code: 'unreachable', sinceMs: heard === null ? null : at - heard })];
  }
  return [
    ...agentFindings(record, say),
    ...tableFindings(standing, say),
    ...standing.desired.table.services.flatMap((service) => serviceFindings(standing, service, say)),
  ];
}

type Say = (severity: Severity, service: Finding['service'], body: FindingBody, about?: string) => Finding;

const sayer =
  (record: DirectorRecord): Say =>
  (severity, service, body, about = '') => ({
    id: [body.code, record.name, service ?? '', about].filter((part) => part !== '').join(' '),
    severity,
    director: record.name,
    service,
    ...body,
  });

function agentFindings(record: DirectorRecord, say: Say): Finding[] {
  const findings: Finding[] = [];
  if (record.trouble) findings.push(say('critical', null, { code: 'agent-trouble', detail: record.trouble }));
  if (record.refusal) {
    const { code, detail } = record.refusal;
    findings.push(say('critical', null, { code: 'intent-refused', refusal: code, detail }));
  }
  const newest = newestApply(record);
  if (newest?.phase === 'failed') {
    const step = newest.steps.find((result) => result.outcome === 'failed');
    const error = step?.error ?? newest.detail ?? '';
    findings.push(say('critical', null, { code: 'apply-failed', line: step?.line ?? '', error }));
  }
  return findings;
}

function tableFindings({ record, plan, head }: Standing, say: Say): Finding[] {
  const findings: Finding[] = [];
  if (plan && plan.foreign.length > 0)
    findings.push(say('warning', null, { code: 'foreign-in-the-way', services: plan.foreign }));
  if (plan && plan.unsupported.length > 0 && record.facts)
    findings.push(
      say('notice', null, { code: 'setting-unsupported', names: plan.unsupported, kernel: record.facts.kernel }),
    );
  if (head.state !== 'drifted' || !plan) return findings;
  const byService = Map.groupBy(plan.steps, (step) => (isTableAction(step) ? serviceKeyText(step.service) : null));
  for (const [service, steps] of byService) findings.push(say('warning', service, { code: 'drift', steps }));
  return record.wanted === 0 ? [] : findings;
}

function serviceFindings(standing: Standing, desired: DesiredService, say: Say): Finding[] {
  const { history, facts, owned } = standing.record;
  const key = serviceKeyText(desired.key);
  const kernel = history.layout?.serviceByKey.get(key);
  const frame = history.latest;
  if (!kernel || !frame || !owned.has(key)) return [];
  const findings: Finding[] = [];
  if (kernel.destinations.length > 0 && kernel.destinations.every((to) => to.weight === 0))
    findings.push(say('critical', key, { code: 'no-destination-serves' }));
  const balance = balanceOf(history, standing.record.memory.shares, kernel);
  if (balance.verdict.kind === 'skewed')
    findings.push(say('warning', key, skewFinding(kernel, balance, balance.verdict, frame)));
  if (kernel.persistence && facts?.sysctls.expire_quiescent_template === 0) {
    const { timeout } = kernel.persistence;
    for (const to of desired.destinations.filter((destination) => destination.outBy.length > 0)) {
      const destination = destinationKeyText(to);
      const persistConn = numberOf(frame, key, destination, 'persistConn') ?? 0;
      const held: FindingBody = { code: 'drain-held-by-persistence', destination, persistConn, timeout };
      if (persistConn > 0) findings.push(say('notice', key, held, destination));
    }
  }
  return findings;
}
