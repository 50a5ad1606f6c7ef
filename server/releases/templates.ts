import type { z } from 'zod';
import type { removeTemplateSchema, saveTemplateSchema } from '../../domain/release/release-input.ts';
import type { ReleaseTemplate } from '../../domain/release/release-settings.ts';
import type { Actor } from '../audit/actor.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { AppError } from '../trpc/app-error.ts';
import { findTemplates, putTemplate, removeTemplate } from './template-store.ts';

export function listTemplates(parts: ConsoleParts, asked: { readonly cluster: string }): Promise<ReleaseTemplate[]> {
  return findTemplates(parts.db, parts.fleet.cluster(asked.cluster).id);
}

/** Keeps settings under a name, in the place of those that had it. */
export async function saveTemplate(
  parts: ConsoleParts,
  actor: Actor,
  { cluster: name, ...asked }: z.output<typeof saveTemplateSchema>,
): Promise<ReleaseTemplate> {
  const cluster = parts.fleet.cluster(name);
  const at = parts.now();
  const template: ReleaseTemplate = { name: asked.name, settings: asked.settings, by: actor.name, savedAt: at };
  return recorded(parts.db, at, actor, async (tx) => {
    const before = (await findTemplates(tx, cluster.id)).find((other) => other.name === asked.name);
    await putTemplate(tx, cluster.id, template);
    const about = { cluster: name, resource: asked.name, before: before?.settings ?? null, after: asked.settings };
    return { value: template, entries: [{ action: 'release.save-template', ...about }] };
  });
}

export async function dropTemplate(
  parts: ConsoleParts,
  actor: Actor,
  { cluster: name, ...asked }: z.output<typeof removeTemplateSchema>,
): Promise<{ removed: string }> {
  const cluster = parts.fleet.cluster(name);
  return recorded(parts.db, parts.now(), actor, async (tx) => {
    if (!(await removeTemplate(tx, cluster.id, asked.name)))
      throw new AppError('NOT_FOUND', `There is no template ${asked.name}.`);
    const entry = { action: 'release.remove-template' as const, cluster: name, resource: asked.name };
    return { value: { removed: asked.name }, entries: [entry] };
  });
}
