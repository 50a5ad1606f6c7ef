import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ExampleConsole } from '../console.example.ts';
import { signIn } from '../web/browser.example.ts';
import { recorded } from './recorded.ts';
import { verifyFile } from './verify-file.ts';

const console = new ExampleConsole();
const folder = mkdtempSync(path.join(tmpdir(), 'shoal-export-'));
let cookie = '';

beforeAll(async () => {
  await console.start();
  ({ cookie } = await signIn(console.url, 'admin', console.open.firstSignIn?.password ?? ''));
  const ann = { name: 'ann', kind: 'person' as const, role: 'operator', source: '192.0.2.7' };
  for (let n = 0; n < 30; n++)
    await recorded(console.parts.db, 1000 + n, ann, async () => ({
      value: null,
      entries: [
        {
          action: 'drain.start',
          cluster: n % 2 ? 'shop' : 'mail',
          reason: '=HYPERLINK("http://x")',
          after: { b: n, a: 'é' },
        },
      ],
    }));
  await console.parts.audit.checkpoints.sign();
});
afterAll(async () => {
  await console.remove();
  rmSync(folder, { recursive: true });
});

const get = (query: string, headers: Record<string, string> = { cookie }) =>
  fetch(`${console.url}/api/audit/export?${query}`, { headers });

/** What the verifier says of an export. */
function verified(text: string) {
  const file = path.join(folder, 'export.jsonl');
  writeFileSync(file, text);
  return verifyFile({ file, publicKey: console.parts.key.publicKey, witnessFiles: [] });
}

test('CSV with no cell that a spreadsheet takes for a formula', async () => {
  const response = await get('format=csv&cluster=shop');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="shoal-audit-[\dTZ-]+\.csv"$/);
  const lines = (await response.text()).trimEnd().split('\r\n');
  expect(lines).toHaveLength(16);
  expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"")"`);
});

test('all of it as JSON lines can be verified: whole, and when somebody changed a line', async () => {
  const text = await (await get('format=jsonl')).text();
  expect(verified(text)).toMatchObject({ ok: true, value: { broken: null, excerpt: false } });
  const agreed = verified(text);
  expect(agreed.ok && agreed.value.agreed).toMatchObject([{ by: null }]);
  expect(verified(text.replace('"b":7', '"b":8'))).toMatchObject({ value: { broken: { kind: 'edited' } } });
  const lines = text.split('\n');
  const without = (place: number) => lines.filter((_, index) => index !== place).join('\n');
  expect(verified(without(5))).toMatchObject({ value: { broken: { kind: 'deleted', seq: 5 } } });
  const moved = [...lines.slice(0, 5), lines[6], lines[5], ...lines.slice(7)].join('\n');
  expect(verified(moved)).toMatchObject({ value: { broken: { kind: 'reordered', seq: 5 } } });
});

test('an excerpt says so, and its rows can be verified', async () => {
  const text = await (await get('format=jsonl&cluster=shop')).text();
  expect(verified(text)).toMatchObject({ ok: true, value: { rows: 15, broken: null, excerpt: true } });
  expect(verified(text.replace('"b":7', '"b":8'))).toMatchObject({ value: { broken: { kind: 'edited' } } });
});

test('each export is in the log, with what was asked for', async () => {
  await get('format=csv&actor=ann&from=1970-01-01T00:00:01.000Z');
  const { rows } = await console.as('viewer').audit.list({ filters: { action: 'audit.export' } });
  expect(rows[0]).toMatchObject({
    ...{ actor: 'admin', signedInBy: 'password', source: '127.0.0.1' },
    after: { format: 'csv', filters: { actor: 'ann', from: 1000 } },
  });
});

test('nobody takes it without signing in, from another site, or with a filter that is none', async () => {
  expect((await get('format=csv', {})).status).toBe(401);
  expect((await get('format=csv', { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  for (const query of ['', 'format=xlsx', 'format=csv&outcome=maybe', 'format=csv&from=soon', 'format=csv&who=ann'])
    expect((await get(query)).status).toBe(400);
});

test('memory stays as it is: pieces of a long log come one after the other', async () => {
  const { db } = console.parts;
  await db.$executeRawUnsafe(`INSERT INTO "AuditEntry" ("id", "at", "actor", "actorKind", "action", "reason", "outcome")
    WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
    SELECT i, '2026-01-01T00:00:00.000+00:00', 'ann', 'person', 'export', hex(zeroblob(200)), 'done' FROM n`);
  const response = await get('format=csv&action=export');
  const sizes: number[] = [];
  for await (const piece of response.body ?? []) sizes.push((piece as Uint8Array).length);
  expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeGreaterThan(20_000_000);
  expect(Math.max(...sizes)).toBeLessThan(4_000_000);
});
