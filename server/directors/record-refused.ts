import type { AgentMessage } from '../../domain/wire/messages.ts';
import { agentActor } from '../audit/actor.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { rejected } from './enrol.ts';

/**
 * Keeps that somebody could not prove to be the director that they said.
 *
 * Once an hour for each address and director: an agent that was removed goes on trying for as long as it runs.
 */
export async function recordRefused(
  parts: ConsoleParts,
  { director }: Extract<AgentMessage, { type: 'hello' }>,
  { code, detail }: ReturnType<typeof rejected>,
  source: string,
): Promise<void> {
  const at = parts.now();
  if (!parts.links.refusals.isFirst(`${source} ${director} ${code}`, at)) return;
  const place = parts.fleet.directorById(director);
  const name = place?.director.name ?? null;
  const actor = { ...agentActor(name ?? 'unknown', source), signedInBy: null };
  await recorded(parts.db, at, actor, async () => ({
    value: undefined,
    entries: [
      {
        ...{ action: 'director.refused', cluster: place?.cluster.name ?? null, director: name, resource: director },
        ...{ reason: detail, outcome: 'denied' },
      },
    ],
  }));
}
