import { type AgentMessage, agentMessageSchema, type ConsoleMessage, wireVersion } from '../../domain/wire/messages.ts';
import { rejected } from './enrol.ts';

export type Read =
  | { readonly ok: true; readonly message: AgentMessage }
  | { readonly ok: false; readonly why: Extract<ConsoleMessage, { type: 'rejected' }> };

/** The message that a text is, or what to answer: malformed with the field, or the version that doesn't fit. */
export function readMessage(text: string): Read {
  const value = jsonOf(text);
  if (value === undefined) return { ok: false, why: rejected('malformed', 'The message is not JSON.') };
  const spoken = versionOf(value);
  if (spoken !== null && spoken !== wireVersion) {
    const detail = `The console speaks version ${wireVersion} and the agent ${spoken}. Bring both to the same release.`;
    return { ok: false, why: rejected('wire-version', detail) };
  }
  const parsed = agentMessageSchema.safeParse(value);
  if (parsed.success) return { ok: true, message: parsed.data };
  const [issue] = parsed.error.issues;
  const detail = `${typeOf(value)}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`;
  return { ok: false, why: rejected('malformed', detail.slice(0, 500)) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The version in a hello or enrol, read before the rest because a newer one may have other fields. */
function versionOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('wireVersion' in value)) return null;
  return typeof value.wireVersion === 'number' ? value.wireVersion : null;
}

function typeOf(value: unknown): string {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : null;
  return typeof type === 'string' ? type.slice(0, 40) : 'message';
}
