import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applySteps } from '../../../agents/apply/apply-steps.ts';
import { ipvsadmRules } from '../../../domain/plan/ipvsadm-line.ts';
import { planTable } from '../../../domain/plan/plan-table.ts';
import { finish, kernel, sh, timed } from './measured-kernel.ts';
import { tableOf } from './tables.ts';

/**
 * 1,000 services with 10 destinations each into an empty table: until the kernel has them all, the same with the plan
 * before and the read-back after, and `ipvsadm -R`.
 */
const rounds = Number(process.argv[2]);
const table = tableOf(1000, 10);
const rules = join(mkdtempSync(join(tmpdir(), 'rules-')), 'rules');
writeFileSync(rules, `${ipvsadmRules(table).join('\n')}\n`);
const none: ReadonlySet<never> = new Set();

async function round(): Promise<{ write: number; whole: number }> {
  const start = performance.now();
  const { steps } = planTable(table, await kernel.readTable(), none, none);
  let written = 0;
  const planned = performance.now();
  await applySteps(
    {
      async write(batch) {
        const outcomes = await kernel.write(batch);
        if (outcomes.some((error) => error !== null)) throw new Error('a step was not applied');
        written = performance.now();
        return outcomes;
      },
      writeSetting: () => Promise.reject(new Error('there is no setting in this plan')),
    },
    steps,
    () => undefined,
  );
  if ((await kernel.readTable()).services.length !== 1000) throw new Error('the table is not whole');
  return { write: written - planned, whole: performance.now() - start };
}

const write: number[] = [];
const whole: number[] = [];
const restore: number[] = [];
await sh('ipvsadm -C');
for (let count = 0; count < rounds; count++) {
  const took = await round();
  write.push(took.write);
  whole.push(took.whole);
  await sh('ipvsadm -C');
  restore.push(await timed(() => sh(`ipvsadm -R < ${rules}`)));
  if ((await kernel.readTable()).services.length !== 1000) throw new Error('ipvsadm -R restored another table');
  await sh('ipvsadm -C');
}
finish();
console.log(JSON.stringify({ write, whole, restore }));
