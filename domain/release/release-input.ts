import { z } from 'zod';
import { nameSchema } from '../definition/service-definition.ts';
import { reasonSchema } from '../overlay/overlay.ts';
import { releaseSettingsSchema } from './release-settings.ts';

/** What `releases.*` takes. The form, the API and the command line use the same. */
export const releaseIdSchema = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[\w-]+$/);

export const planReleaseSchema = z.strictObject({
  cluster: nameSchema,
  settings: releaseSettingsSchema.prefault({}),
  /** Seconds that a deployment is assumed to take, where the wave holds for it. */
  deployment: z.number().int().min(0).max(86_400).default(300),
});

export const startReleaseSchema = z.strictObject({
  cluster: nameSchema,
  settings: releaseSettingsSchema.prefault({}),
  reason: reasonSchema,
  /** Lets it go below the guard; an administrator's alone. */
  overGuard: z.boolean().default(false),
  /** The name that must be typed where the drain mode ends connections. */
  confirm: z.string().max(200).nullable().default(null),
});

export const listReleasesSchema = z.strictObject({
  cluster: nameSchema.optional(),
  /** Releases that began before this, in milliseconds since 1970. */
  before: z.number().int().optional(),
});

export const releaseSchema = z.strictObject({ id: releaseIdSchema });

export const releaseActSchema = releaseSchema.extend({
  reason: reasonSchema,
  /** The wave that is meant, from 0; refused when it is at another one, so that nothing is done twice. */
  wave: z.number().int().min(0).nullable().default(null),
});

export const templateNameSchema = nameSchema;

export const saveTemplateSchema = z.strictObject({
  cluster: nameSchema,
  name: templateNameSchema,
  settings: releaseSettingsSchema,
});

export const removeTemplateSchema = z.strictObject({ cluster: nameSchema, name: templateNameSchema });
