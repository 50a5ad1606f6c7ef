import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditAction, AuditFilters } from '../../../domain/audit/audit-row.ts';
import { type Database, openDatabase } from '../../db/database.ts';
import { consoleActor } from '../actor.ts';
import { contentOf, type Entry } from '../entry.ts';
import { recorded } from '../recorded.ts';
import { findMatching, findNumbers } from './store.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'shoal-search-'));
const rows: ReturnType<typeof contentOf>[] = [];
let db: Database;

const names = ['ann', 'bob', 'Ärger', 'web1', 'web10', 'OPS-12', 'disk 100%_full', "it's", '更换内存'];
const actions: AuditAction[] = ['drain.start', 'export', 'read'];
const at = (n: number, of: number) => n % of;

beforeAll(async () => {
  db = await openDatabase(path.join(folder, 'shoal.db'), 'prisma/migrations', () => 0);
  for (let n = 0; n < 240; n++) {
    const actor = { ...consoleActor, name: names[at(n, 3)] ?? '' };
    const entry: Entry = {
      action: actions[at(n * 7, 3)] ?? 'read',
      resource: names[at(n * 5, 9)] ?? null,
      cluster: at(n, 4) === 0 ? null : `c${at(n, 4)}`,
      reason: at(n, 2) ? `${names[at(n * 11, 9)]} because` : null,
      release: at(n, 10) === 0 ? 'r1' : null,
      outcome: at(n, 13) === 0 ? 'failed' : 'done',
    };
    // The clock is set back twice, and two rows in a row have the same time.
    const time = 1000 * (Math.floor(n / 2) - (n > 80 ? 30 : 0) - (n > 160 ? 30 : 0));
    rows.push(contentOf(n + 1, time, actor, entry));
    await recorded(db, time, actor, async () => ({ value: null, entries: [entry] }));
  }
});
afterAll(async () => {
  await db.$disconnect();
  rmSync(folder, { recursive: true });
});

/** Letters of ASCII in any case, as SQLite's lower() has it. */
const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** What the filters mean, row by row. */
function matching({ text, from, to, ...equal }: AuditFilters) {
  return rows.filter((row) => {
    const searched = [row.actor, row.resource, row.reason, row.cluster, row.director, row.ticket, row.release];
    return (
      Object.entries(equal).every(([name, value]) => !value || row[name as keyof typeof row] === value) &&
      (from === undefined || row.at >= from) &&
      (to === undefined || row.at <= to) &&
      (!text || searched.some((one) => one !== null && lower(one).includes(lower(text))))
    );
  });
}

const some = <T>(...of: T[]) => fc.option(fc.constantFrom(...of), { nil: undefined });
const filters = fc
  .record({
    actor: some('ann', 'bob', 'Ärger', 'nobody'),
    action: some(...actions),
    resource: some('web1', 'web10'),
    cluster: some('c1', 'c2'),
    outcome: some('failed' as const, 'done' as const),
    ticket: some('OPS-12'),
    release: some('r1'),
    text: some('WEB1', 'ops', 'b', '更换内存', '100%_', "t's b", 'rger', 'none of it'),
    from: fc.option(fc.integer({ min: 0, max: 120_000 }), { nil: undefined }),
    to: fc.option(fc.integer({ min: 0, max: 120_000 }), { nil: undefined }),
  })
  .map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as AuditFilters);

test('whatever is asked, and whichever index is taken, pages give exactly the rows that match, newest first', async () => {
  await fc.assert(
    fc.asyncProperty(filters, fc.constantFrom(3, 20, 20_000), async (asked, many) => {
      const expected = matching(asked).sort((a, b) => b.at - a.at || b.seq - a.seq);
      if ((asked.text?.length ?? 0) >= 3) expected.sort((a, b) => b.seq - a.seq);
      const found: number[] = [];
      for (let page = [0]; page.length > 0; found.push(...page))
        page = await findNumbers(db, asked, found.at(-1) ?? null, 17, many);
      expect(found).toEqual(expected.map(({ seq }) => seq));
      const pieces = await findMatching(db, asked, 0, rows.length);
      expect(pieces.map(({ id }) => Number(id))).toEqual(matching(asked).map(({ seq }) => seq));
    }),
    { numRuns: 150 },
  );
});
