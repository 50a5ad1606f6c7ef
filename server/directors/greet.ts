import type { AgentMessage } from '../../domain/wire/messages.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { ClosableLink } from './agent-links.ts';
import { type Greeting, recognise, recordConnection } from './hello.ts';

/** Takes a proven director's link in the place of any older one, welcomes it, and sends it the newest intent. */
export async function recogniseAndGreet(
  parts: ConsoleParts,
  link: ClosableLink,
  message: Extract<AgentMessage, { type: 'hello' }>,
  nonce: string,
  source: string,
): Promise<Greeting> {
  const greeting = recognise(parts, message, nonce);
  if (!greeting.ok) return greeting;
  const { cluster, director } = greeting.place;
  parts.links.take(director.id, link);
  await recordConnection(parts, greeting.place, message, source);
  link.send({ type: 'welcome', name: director.name, cluster: cluster.name });
  parts.intents.greet(greeting.place);
  parts.audit.witnesses.greet(link, await parts.audit.checkpoints.recent());
  return greeting;
}
