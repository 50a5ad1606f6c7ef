import { afterAll, beforeAll, expect, test } from 'vitest';
import { writableFormats } from '../../domain/formats/read-file.ts';
import { codeOf, ExampleConsole, webDefinition } from '../console.example.ts';

const console = new ExampleConsole();

beforeAll(async () => {
  await console.start();
  await console.as('administrator').clusters.create({ name: 'shop' });
  const change = { kind: 'replace' as const, definition: webDefinition };
  await console.as('operator').definition.applyChange({ cluster: 'shop', base: 0, change, reason: 'first' });
});
afterAll(() => console.remove());

const text = (format: (typeof writableFormats)[number], revision: number | null = null) =>
  console.as('viewer').export.text({ cluster: 'shop', revision, format });

test.each(writableFormats)('the newest revision as %s', async (format) => {
  const file = await text(format);
  expect(file.name).toMatch(/shop-1\./);
  expect(file.text).toContain('10.0.0.22');
  const { rows } = await console.as('viewer').audit.list({ filters: { action: 'export' } });
  expect(rows[0]).toMatchObject({ actor: 'the.viewer', resource: file.name, revision: 1, after: { format } });
});

test('an earlier revision, and none that isn’t there', async () => {
  expect((await text('shoal-json', 0)).name).toBe('shop-0.json');
  expect(codeOf(await text('shoal-json', 7).catch((error: unknown) => error))).toBe('NOT_FOUND');
});
