import { z } from 'zod';
import { ok, type Result, refused } from '../../domain/result.ts';

/** Where the console is and what lets us in. */
export interface Context {
  readonly url: string;
  readonly token: string;
  readonly cluster: string | null;
}

const configSchema = z.strictObject({
  /** The one that is used unless --context names another. */
  context: z.string().optional(),
  contexts: z.record(
    z.string(),
    z.strictObject({
      url: z.url({ protocol: /^https?$/ }),
      token: z.string().optional(),
      tokenFile: z.string().optional(),
      cluster: z.string().optional(),
    }),
  ),
});

export interface ConfigFile {
  readonly path: string;
  /** Null where there is none. */
  readonly text: string | null;
  /** The rights on it, as chmod(1) has them. */
  readonly mode: number;
}

interface From {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly config: ConfigFile;
  readonly named: string | null;
  readonly readToken: (file: string) => string;
}

/** The context of a command: by SHOAL_URL and SHOAL_TOKEN, or of the config file; or what is missing for it. */
export function contextOf({ environment, config, named, readToken }: From): Result<Context> {
  const { SHOAL_URL, SHOAL_TOKEN, SHOAL_CLUSTER, SHOAL_CONTEXT } = environment;
  const wanted = named ?? (SHOAL_URL === undefined ? (SHOAL_CONTEXT ?? null) : null);
  if (wanted === null && SHOAL_URL !== undefined) {
    if (!SHOAL_TOKEN) return refused('SHOAL_TOKEN is missing: a token that the console’s page Access made.');
    return ok({ url: SHOAL_URL, token: SHOAL_TOKEN, cluster: SHOAL_CLUSTER ?? null });
  }
  if (config.text === null)
    return refused(
      `Say where the console is, with SHOAL_URL and SHOAL_TOKEN, or write ${config.path} (shoal help contexts).`,
    );
  const parsed = parsedConfig(config.text);
  if (!parsed.ok) return refused(`${config.path}: ${parsed.reason}`);
  const name = wanted ?? parsed.value.context ?? Object.keys(parsed.value.contexts)[0] ?? '';
  const found = parsed.value.contexts[name];
  if (!found) return refused(`${config.path} has no context ${name}.`);
  if (found.token !== undefined && (config.mode & 0o077) !== 0)
    return refused(`${config.path} has a token and others may read it: chmod 600 ${config.path}`);
  const token = SHOAL_TOKEN ?? found.token ?? (found.tokenFile === undefined ? undefined : readToken(found.tokenFile));
  if (!token)
    return refused(`${config.path}: context ${name} has neither token nor tokenFile, and SHOAL_TOKEN is not set.`);
  return ok({ url: found.url, token, cluster: SHOAL_CLUSTER ?? found.cluster ?? null });
}

function parsedConfig(text: string): Result<z.output<typeof configSchema>> {
  try {
    const parsed = configSchema.safeParse(JSON.parse(text));
    if (parsed.success) return ok(parsed.data);
    const [issue] = parsed.error.issues;
    return refused(`${issue?.path.join('.')}: ${issue?.message}`);
  } catch (error) {
    return refused((error as Error).message);
  }
}
