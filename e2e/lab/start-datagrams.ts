import { bundlePrograms } from './bundle-programs.ts';
import type { Lab, LabProcess } from './lab.ts';
import type { Client } from './namespaces.ts';
import { projectNode } from './project-root.ts';

export interface DatagramSettings {
  readonly target: { readonly host: string; readonly port: number };
  /** Each is one socket, which keeps its source port. */
  readonly senders: readonly { readonly source: string; readonly perSecond: number }[];
}

/** Starts UDP senders on a client machine. */
export async function startDatagrams(lab: Lab, client: Client, settings: DatagramSettings): Promise<LabProcess> {
  const { datagrams } = await bundlePrograms({ datagrams: 'e2e/lab/guest/datagrams/main.ts' });
  return lab.spawn(client, [projectNode, '--max-old-space-size=64', datagrams, JSON.stringify(settings)]);
}
