import type {
  ClusterView,
  DirectorView,
  KernelTable,
  OverviewView,
  RealServerView,
  ServiceView,
} from '../../domain/display/views.ts';
import { AppError } from '../trpc/app-error.ts';
import { router, viewerProcedure } from '../trpc/procedures.ts';
import type { Viewed } from './hub.ts';
import { clusterInput, directorInput, realServerInput, serviceInput } from './view-input.ts';

function shown<View extends object>({ make }: Viewed<View>): View {
  const view = make();
  if (!view) throw new AppError('NOT_FOUND', 'There is no such thing.');
  return view;
}

/** Every view as it is now: the first paint. */
export const viewRouter = router({
  overview: viewerProcedure.query(({ ctx }): OverviewView => shown(ctx.parts.views.overview())),
  cluster: viewerProcedure
    .input(clusterInput)
    .query(({ ctx, input }): ClusterView => shown(ctx.parts.views.cluster(input.cluster))),
  service: viewerProcedure
    .input(serviceInput)
    .query(({ ctx, input }): ServiceView => shown(ctx.parts.views.service(input.cluster, input.key))),
  realServer: viewerProcedure
    .input(realServerInput)
    .query(({ ctx, input }): RealServerView => shown(ctx.parts.views.realServer(input.cluster, input.name))),
  director: viewerProcedure
    .input(directorInput)
    .query(({ ctx, input }): DirectorView => shown(ctx.parts.views.director(input.director))),
  /** A director's whole table as its kernel has it: what a definition can be made of. */
  table: viewerProcedure
    .input(directorInput)
    .query(({ ctx, input }): KernelTable => shown(ctx.parts.views.table(input.director))),
});
