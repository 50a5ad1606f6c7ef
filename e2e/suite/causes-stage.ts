import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canRunLab } from '../lab/can-run-lab.ts';
import { oneSkipped, type Stage } from './stage.ts';
import { runVitest } from './vitest-stage.ts';

/** Every cause that a kernel can be brought to, and what Shoal says of it; prints a table of them. */
export const causesStage: Stage = {
  name: 'causes',
  title: 'Causes of imbalance, made on a real kernel',
  run: async () => {
    const availability = await canRunLab();
    if (!availability.ok) return oneSkipped(availability.reason);
    const folder = mkdtempSync(join(tmpdir(), 'shoal-causes-'));
    const file = join(folder, 'table');
    try {
      const outcome = await runVitest('causes', { CAUSES_TABLE: file });
      const table = existsSync(file) ? readFileSync(file, 'utf8') : '';
      return { ...outcome, details: `${table}\n${outcome.details}` };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};
