import type { AuditAction } from '../../domain/audit/audit-row.ts';
import type { ReleaseActionName } from '../../domain/release/release-actions.ts';
import {
  listReleasesSchema,
  planReleaseSchema,
  releaseActSchema,
  releaseSchema,
  removeTemplateSchema,
  saveTemplateSchema,
  startReleaseSchema,
} from '../../domain/release/release-input.ts';
import type { ReleaseTemplate } from '../../domain/release/release-settings.ts';
import type { ReleaseForecast, ReleaseRow, ReleaseView } from '../../domain/release/release-view.ts';
import { clusterInput } from '../live/view-input.ts';
import { operatorProcedure, router, viewerProcedure } from '../trpc/procedures.ts';
import { actOnRelease, startRelease } from './commands.ts';
import { forecastRelease } from './forecast.ts';
import { getRelease, listReleases } from './read.ts';
import { dropTemplate, listTemplates, saveTemplate } from './templates.ts';

const act = (action: ReleaseActionName) =>
  operatorProcedure
    .meta({ action: `release.${action}` satisfies AuditAction })
    .input(releaseActSchema)
    .mutation(({ ctx, input }): Promise<{ seq: number }> => actOnRelease(ctx.parts, ctx.actor, action, input));

export const releasesRouter = router({
  /** A dry run. */
  plan: operatorProcedure
    .meta({ action: 'release.start' })
    .input(planReleaseSchema)
    .query(({ ctx, input }): ReleaseForecast => forecastRelease(ctx.parts, input)),
  start: operatorProcedure
    .meta({ action: 'release.start' })
    .input(startReleaseSchema)
    .mutation(
      ({ ctx, input }): Promise<{ id: string }> =>
        startRelease(ctx.parts, { ...ctx.actor, may: ctx.person.role }, input),
    ),
  list: viewerProcedure
    .input(listReleasesSchema)
    .query(({ ctx, input }): Promise<{ rows: readonly ReleaseRow[]; more: boolean }> => listReleases(ctx.parts, input)),
  get: viewerProcedure
    .input(releaseSchema)
    .query(({ ctx, input }): Promise<ReleaseView> => getRelease(ctx.parts, input.id)),
  continue: act('continue'),
  halt: act('halt'),
  resume: act('resume'),
  retry: act('retry'),
  skip: act('skip'),
  rollBack: act('roll-back'),
  templates: router({
    list: viewerProcedure
      .input(clusterInput)
      .query(({ ctx, input }): Promise<ReleaseTemplate[]> => listTemplates(ctx.parts, input)),
    save: operatorProcedure
      .meta({ action: 'release.save-template' })
      .input(saveTemplateSchema)
      .mutation(({ ctx, input }): Promise<ReleaseTemplate> => saveTemplate(ctx.parts, ctx.actor, input)),
    remove: operatorProcedure
      .meta({ action: 'release.remove-template' })
      .input(removeTemplateSchema)
      .mutation(({ ctx, input }): Promise<{ removed: string }> => dropTemplate(ctx.parts, ctx.actor, input)),
  }),
});
