import type { GuardBreach } from '../../domain/guard/guard-breach.ts';
import { uncoveredBreaches } from '../../domain/guard/uncovered-breaches.ts';
import { type Intent, intentSchema, maximumIntentBytes } from '../../domain/wire/intent.ts';
import type { RefusalCode } from '../../domain/wire/messages.ts';
import { isSignedBy } from './ed25519.ts';

export type Acceptance =
  | { readonly ok: true; readonly intent: Intent }
  | { readonly ok: false; readonly code: RefusalCode; readonly detail: string; readonly generation: number | null };

/**
 * The intent of a signed text, or why this director must not obey it.
 *
 * The signature is looked at before anything inside the text is believed. The same generation may come again: the
 * console sends its last one whenever the agent connects. The capacity guard is enforced here, too: it needs nothing but
 * the intent itself, so that an intent which was taken once is taken ever after.
 */
export function acceptIntent(
  signed: { readonly payload: string; readonly signature: string },
  expected: { readonly consoleKey: string; readonly director: string; readonly generation: number },
): Acceptance {
  const refuse = (code: RefusalCode, detail: string, generation: number | null = null): Acceptance => ({
    ok: false,
    code,
    detail,
    generation,
  });
  const size = Buffer.byteLength(signed.payload);
  if (size > maximumIntentBytes) return refuse('too-large', `${size} bytes, more than ${maximumIntentBytes}`);
  if (!isSignedBy(expected.consoleKey, signed.payload, signed.signature))
    return refuse('wrong-signature', 'not signed by the console that this director enrolled with');
  const read = parse(signed.payload);
  if (!read.ok) return refuse('malformed', read.detail);
  const { intent } = read;
  const { generation } = intent;
  if (intent.director !== expected.director)
    return refuse('other-director', `for director ${intent.director}, this is ${expected.director}`, generation);
  if (generation < expected.generation)
    return refuse('older', `generation ${generation} is older than ${expected.generation}`, generation);
  if (intent.definition.services.length === 0 && !intent.removesAll)
    return refuse('empty', 'no services, and it does not say that all are to be removed', generation);
  const { definition, overlays, accepted } = intent;
  const below = uncoveredBreaches(definition, overlays, accepted);
  if (below.length > 0) return refuse('below-guard', below.map(breachText).join('; '), generation);
  return { ok: true, intent };
}

/** `web (TCP 10.0.0.4:80): 1 serving with 25 % of the weight, the guard asks for 2 and 50 %`. */
function breachText({ name, service, after, guard }: GuardBreach): string {
  const has = `${after.serving} serving with ${after.weightPercent} % of the weight`;
  return `${name} (${service}): ${has}, the guard asks for ${guard.leastServing} and ${guard.leastWeightPercent} %`;
}

function parse(payload: string): { ok: true; intent: Intent } | { ok: false; detail: string } {
  let value: unknown;
  try {
    value = JSON.parse(payload);
  } catch {
    return { ok: false, detail: 'it is not JSON' };
  }
  const parsed = intentSchema.safeParse(value);
  if (parsed.success) return { ok: true, intent: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, detail: `${issue?.path.map(String).join('.') || 'intent'}: ${issue?.message}` };
}
