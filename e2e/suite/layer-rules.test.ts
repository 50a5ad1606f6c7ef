import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf } from './imports-of.ts';
import { layerFindings } from './layer-findings.ts';
import { checkLayers } from './layer-rules.ts';
import { nameFindings } from './name-findings.ts';

test('every way of naming a module is seen, and comments are not', () => {
  const source = `
    import a, { b } from './a.ts';
    import type { C } from './c.ts';
    import { type D, type E } from './d.ts';
    import { type F, g } from './f.ts';
    import './h.css';
    export { i } from './i.ts';
    export type { J } from './j.ts';
    export * from './k.ts';
    import {
      l,
      m,
    } from './l.ts';
    const n = await import('./n.ts');
    // import './o.ts';
    /* import './p.ts'; */
  `;
  const types = ['./c.ts', './d.ts', './j.ts'];
  const seen = ['./a.ts', './c.ts', './d.ts', './f.ts', './h.css', './i.ts', './j.ts', './k.ts', './l.ts', './n.ts'];
  expect(importsOf(source)).toEqual(seen.map((specifier) => ({ specifier, typeOnly: types.includes(specifier) })));
});

test.each([
  ['domain/lvs/a.ts', "import { readFileSync } from 'node:fs';"],
  ['domain/lvs/a.ts', "import { x } from '../../agents/a.ts';"],
  ['domain/lvs/a.ts', "import type { x } from '../../server/a.ts';"],
  ['agents/ipvs/a.ts', "import { x } from '../../server/a.ts';"],
  ['server/cli/a.ts', "import { x } from '../api/a.ts';"],
  ['server/cli/commands/a.ts', "import { x } from '../../audit/store.ts';"],
  ['agents/ipvs/a.ts', "import { RawNetlinkSocket } from 'netlink';"],
  ['agents/ipvs/a.ts', "import type { RawNetlinkSocket } from 'netlink';"],
  ['agents/observe/a.ts', "const koffi = require('koffi');"],
  ['server/live/a.ts', "import { x } from '../../app/a.ts';"],
  ['server/live/a.ts', "import { x } from '../../agents/a.ts';"],
  ['server/live/commands.ts', "import { PrismaClient } from '@prisma/client';"],
  ['server/live/commands.ts', "import type { Cluster } from '../../prisma/client/client.ts';"],
  ['app/features/a.tsx', "import { appRouter } from '../../server/router.ts';"],
  ['app/features/a.tsx', "import type { x } from '../../agents/a.ts';"],
  ['app/features/a.tsx', "import type { x } from '../../prisma/client/client.ts';"],
  ['app/ui/a.tsx', "import type { x } from '../../domain/a.ts';"],
  ['app/ui/a.tsx', "import { x } from '../lib/a.ts';"],
])('%s must not say %s', (file, source) => {
  expect(layerFindings(file, importsOf(source))).toHaveLength(1);
});

test.each([
  ['domain/lvs/a.ts', "import { z } from 'zod'; "],
  ['domain/lvs/a.test.ts', "import { test } from 'vitest';"],
  ['agents/netlink/a.ts', "import { RawNetlinkSocket } from 'netlink';"],
  ['agents/netlink/a.ts', "import { x } from '../../domain/a.ts';"],
  ['server/live/store.ts', "import type { Cluster } from '../../prisma/client/client.ts';"],
  ['server/db/open.ts', "import { PrismaClient } from '@prisma/client';"],
  ['app/lib/a.ts', "import type { AppRouter } from '../../server/router.ts';"],
  ['app/ui/a.tsx', "import { x } from './b.tsx';"],
  ['e2e/lab/a.ts', "import { x } from '../../server/a.ts';"],
  ['server/cli/a.ts', "import type { x } from '../api/a.ts';"],
  ['server/cli/commands/a.ts', "import { x } from '../../audit/verify-file.ts';"],
])('%s may say %s', (file, source) => {
  expect(layerFindings(file, importsOf(source))).toEqual([]);
});

test.each([
  ['server/utils/dates.ts'],
  ['server/live/date-helpers.ts'],
  ['agents/connection-manager.ts'],
  ['app/features/backend/list.tsx'],
  ['domain/lvs/ServiceKey.ts'],
  ['domain/lvs/service_key.ts'],
  ['domain/lvs/index.ts'],
  ['notes.txt'],
])('%s is no name for a file', (file) => {
  expect(nameFindings(file)).toHaveLength(1);
});

test('usual names pass', () => {
  const names = [
    'domain/lvs/service-key.test.ts',
    'app/(console)/services/[id]/page.tsx',
    'app/messages/zh-CN.ts',
    'README.md',
    'docs/a_B.png',
  ];
  expect(names.flatMap(nameFindings)).toEqual([]);
});

test('a run that checked nothing fails', () => {
  const root = mkdtempSync(join(tmpdir(), 'shoal-layers-'));
  try {
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    for (const layer of ['domain', 'agents', 'server', 'app']) write(`${layer}/a.ts`, "import './b.ts';");
    expect(checkLayers(root).findings).toEqual(['e2e/: no import was found there: nothing was checked']);
    write('e2e/a.ts', "import './b.ts';");
    expect(checkLayers(root)).toEqual({ files: 5, imports: 5, findings: [] });
  } finally {
    rmSync(root, { recursive: true });
  }
});
