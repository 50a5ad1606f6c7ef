import { applySteps } from '../../../agents/apply/apply-steps.ts';
import { serviceKeyText } from '../../../domain/lvs/service-key.ts';
import type { IpvsTable } from '../../../domain/lvs/table.ts';
import { planTable } from '../../../domain/plan/plan-table.ts';
import { counts, finish, kernel, sh } from './measured-kernel.ts';
import { tableOf } from './tables.ts';

/** Messages that write, for a plan when nothing changed, and when one weight did, on a table of 1,000 × 10. */
const table = tableOf(1000, 10);
const owned = new Set(table.services.map((service) => serviceKeyText(service.key)));

async function writesFor(desired: IpvsTable): Promise<number> {
  const before = counts.commands;
  const { steps } = planTable(desired, await kernel.readTable(), owned, new Set());
  await applySteps(kernel, steps, () => undefined);
  return counts.commands - before;
}

await sh('ipvsadm -C');
await writesFor(table);
const nothing = await writesFor(table);
const [first, ...others] = table.services;
const [destination, ...rest] = first?.destinations ?? [];
if (!first || !destination) throw new Error('the table is empty');
const reweighed = { ...first, destinations: [{ ...destination, weight: 0 }, ...rest] };
const oneWeight = await writesFor({ services: [reweighed, ...others] });
await sh('ipvsadm -C');
finish();
console.log(JSON.stringify({ nothing, oneWeight }));
