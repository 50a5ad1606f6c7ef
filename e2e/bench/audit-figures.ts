import { performance } from 'node:perf_hooks';
import type { AuditFilters } from '../../domain/audit/audit-row.ts';
import { auditPage } from '../../server/audit/page.ts';
import { verifyFile } from '../../server/audit/verify-file.ts';
import { openDatabase } from '../../server/db/database.ts';
import { AuditLogOf } from './audit-log-of.ts';
import type { Figure } from './figure.ts';
import { percentile } from './percentile.ts';

const rows = 1_000_000;
const day = 86_400_000;
const from = Date.UTC(2026, 3, 1);

/** What people look for: one thing, things together, times long ago, texts that many rows have, few and none. */
const asked: readonly AuditFilters[] = [
  {},
  { actor: 'person.3' },
  { actor: 'person.39' },
  { action: 'definition.apply' },
  { action: 'export' },
  { outcome: 'failed' },
  { outcome: 'denied', cluster: 'cluster-1' },
  { cluster: 'cluster-0' },
  { cluster: 'cluster-19', action: 'drain.start' },
  { director: 'cluster-4-lb1', outcome: 'failed' },
  { resource: 'web17' },
  { resource: 'web17', actor: 'person.2', action: 'drain.end' },
  { ticket: 'OPS-1234' },
  { release: 'r77' },
  { from, to: from + 900_000 },
  { from, to: from + day, cluster: 'cluster-2' },
  { from, to: from + 90 * day, actor: 'person.1', outcome: 'denied' },
  { to: from, action: 'drift.seen' },
  { text: 'OPS-777' },
  { text: 'kernel' },
  { text: '更换内存', cluster: 'cluster-3' },
  { text: 'web33', actor: 'person.7' },
  { text: 'disk', from, to: from + 7 * day },
  { text: 'there is none' },
  { text: 'person.1', action: 'sign-in-failed' },
];

/** A log of a million rows: what it takes on disk, how long a page of it takes, and how long it takes to verify. */
export async function auditFigures(onProgress: (what: string) => void): Promise<Figure[]> {
  onProgress('an audit log of a million rows');
  const log = new AuditLogOf();
  try {
    log.fill(rows);
    const db = await openDatabase(log.file, 'prisma/migrations', () => from);
    const took: { filters: AuditFilters; ms: number }[] = [];
    for (let round = 0; round < 4; round++)
      for (const filters of asked) {
        const began = performance.now();
        const page = await auditPage(db, filters, null);
        const middle = performance.now();
        took.push({ filters, ms: middle - began });
        if (page.next === null) continue;
        await auditPage(db, filters, page.next);
        took.push({ filters, ms: performance.now() - middle });
      }
    await db.$disconnect();
    onProgress('verifying it');
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    const verified = verifyFile({ file: log.file, publicKey: log.publicKey, witnessFiles: [] });
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const whole = verified.ok && verified.value.rows === rows && verified.value.broken === null;
    const p95 = percentile(
      took.map(({ ms }) => ms),
      0.95,
    );
    const slowest = took.toSorted((a, b) => b.ms - a.ms)[0];
    return [
      {
        name: 'a filtered page of a million audit rows, p95',
        value: `${p95.toFixed(0)} ms`,
        goal: { text: '≤ 200 ms', met: p95 <= 200 },
        behind: `${took.length} pages by ${asked.length} filters; the slowest ${slowest?.ms.toFixed(0)} ms, ${JSON.stringify(slowest?.filters)}`,
      },
      {
        name: 'verifying a million audit rows',
        value: `${seconds.toFixed(1)} s`,
        goal: { text: '≤ 10 s', met: whole && seconds <= 10 },
        behind: whole
          ? `as written, with ${rows / 1000} signed checkpoints; ${((user + system) / 1e6).toFixed(1)} s of a core`
          : 'it was not found as it was written',
      },
      {
        name: 'an audit row on disk, with its indexes',
        value: `${Math.round(log.bytes / rows)} bytes`,
        goal: null,
        behind: `${(log.bytes / 1e9).toFixed(2)} GB for ${rows} rows`,
      },
    ];
  } finally {
    log.remove();
  }
}
