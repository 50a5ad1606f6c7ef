import { type ReleaseTemplate, releaseSettingsSchema } from '../../domain/release/release-settings.ts';
import type { Transaction } from '../db/database.ts';

/** The templates of a cluster by their names. */
export async function findTemplates(db: Transaction, clusterId: string): Promise<ReleaseTemplate[]> {
  const rows = await db.releaseTemplate.findMany({ where: { clusterId }, orderBy: { name: 'asc' } });
  return rows.map(({ name, settings, by, savedAt }) => ({
    ...{ name, by, savedAt: savedAt.getTime(), settings: releaseSettingsSchema.parse(JSON.parse(settings)) },
  }));
}

/** Writes a template, in the place of one with its name. */
export async function putTemplate(tx: Transaction, clusterId: string, template: ReleaseTemplate): Promise<void> {
  const { name, by } = template;
  const row = { settings: JSON.stringify(template.settings), by, savedAt: new Date(template.savedAt) };
  await tx.releaseTemplate.upsert({
    where: { clusterId_name: { clusterId, name } },
    create: { clusterId, name, ...row },
    update: row,
  });
}

/** Takes a template away; false where there is none of that name. */
export async function removeTemplate(tx: Transaction, clusterId: string, name: string): Promise<boolean> {
  const { count } = await tx.releaseTemplate.deleteMany({ where: { clusterId, name } });
  return count > 0;
}
