import { applySteps } from '../../../agents/apply/apply-steps.ts';
import { numbersOf } from '../../../agents/observe/table-messages.ts';
import { planTable } from '../../../domain/plan/plan-table.ts';
import { finish, kernel, sh, timed } from './measured-kernel.ts';
import { tableOf } from './tables.ts';

/** A full sample of 1,000 × 10 with counters: by the agent, and by `ipvsadm -Ln --stats`. */
const rounds = Number(process.argv[2]);
const none: ReadonlySet<never> = new Set();

async function sample(): Promise<void> {
  if (numbersOf(await kernel.readTable()).length !== 80_000) throw new Error('the sample is not whole');
}

await sh('ipvsadm -C');
const { steps } = planTable(tableOf(1000, 10), { services: [] }, none, none);
await applySteps(kernel, steps, () => undefined);
await sample();
const shoal: number[] = [];
const list: number[] = [];
for (let round = 0; round < rounds; round++) {
  shoal.push(await timed(sample));
  list.push(await timed(() => sh('ipvsadm -Ln --stats > /dev/null')));
}
await sh('ipvsadm -C');
finish();
console.log(JSON.stringify({ shoal, list }));
