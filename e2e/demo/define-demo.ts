import type { ConsoleCaller } from '../console/console-caller.ts';
import { directors } from '../lab/namespaces.ts';
import { demoChange, demoCluster } from './demo-definition.ts';

/** Makes the demo's cluster with its definition; resolves to a one-time token for each director. */
export async function defineDemo(caller: ConsoleCaller): Promise<Map<(typeof directors)[number], string>> {
  await caller.clusters.create.mutate({ name: demoCluster });
  const reason = 'the demo';
  const applied = await caller.definition.applyChange.mutate({
    cluster: demoCluster,
    base: 0,
    change: demoChange,
    reason,
  });
  if (!applied.ok) throw new Error(`the demo's definition was refused: ${JSON.stringify(applied)}`);
  const tokens = new Map<(typeof directors)[number], string>();
  for (const name of directors) {
    const { token } = await caller.directors.token.mutate({ cluster: demoCluster, name, reason });
    tokens.set(name, token);
  }
  return tokens;
}

/** Resolves when the kernels of all directors agree with the definition. Throws after two minutes with their states. */
export async function untilInStep(caller: ConsoleCaller, count: number = directors.length): Promise<void> {
  const patience = Date.now() + 120_000;
  for (;;) {
    const { clusters } = await caller.view.overview.query();
    const states = clusters.flatMap((cluster) => cluster.directors.map((director) => director.state));
    if (states.length === count && states.every((state) => state === 'in-step')) return;
    if (Date.now() > patience) throw new Error(`the directors did not come into step: ${states.join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
