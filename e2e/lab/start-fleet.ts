import { bundlePrograms } from './bundle-programs.ts';
import type { Lab, LabProcess } from './lab.ts';
import { projectNode } from './project-root.ts';

/** Starts the four real servers (HTTP on 80, 443, 3307 and 8080, UDP on 5353); resolves when all of them listen. */
export async function startFleet(lab: Lab): Promise<LabProcess> {
  const { fleet } = await bundlePrograms({ fleet: 'e2e/lab/guest/fleet/main.ts' });
  const child = await lab.spawn('root', [projectNode, '--max-old-space-size=64', fleet]);
  const listening = new Promise<void>((resolve) => child.onLine(() => resolve()));
  await Promise.race([
    listening,
    child.ended.then(() => Promise.reject(new Error(`the real servers ended:\n${child.output()}`))),
  ]);
  return child;
}
