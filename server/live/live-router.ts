import type { TrackedEnvelope } from '@trpc/server';
import { z } from 'zod';
import type {
  ClusterView,
  DirectorView,
  OverviewView,
  RealServerView,
  ServiceView,
} from '../../domain/display/views.ts';
import { releaseSchema } from '../../domain/release/release-input.ts';
import type { ReleaseView } from '../../domain/release/release-view.ts';
import type { Context } from '../trpc/context.ts';
import { router, viewerProcedure } from '../trpc/procedures.ts';
import type { Viewed } from './hub.ts';
import { clusterInput, directorInput, realServerInput, resumed, serviceInput } from './view-input.ts';

type Live<View> = AsyncGenerator<TrackedEnvelope<View>, void>;

const follow = <View extends object>(ctx: Context, signal: AbortSignal | undefined, viewed: Viewed<View>): Live<View> =>
  ctx.parts.hub.follow(viewed, signal, ctx.follower);

/** Every view as it goes on: the whole view first, then again at most once a second and at once on a change. */
export const liveRouter = router({
  overview: viewerProcedure
    .input(z.strictObject(resumed).optional())
    .subscription(({ ctx, signal }): Live<OverviewView> => follow(ctx, signal, ctx.parts.views.overview())),
  cluster: viewerProcedure
    .input(clusterInput.extend(resumed))
    .subscription(
      ({ ctx, input, signal }): Live<ClusterView> => follow(ctx, signal, ctx.parts.views.cluster(input.cluster)),
    ),
  service: viewerProcedure
    .input(serviceInput.extend(resumed))
    .subscription(
      ({ ctx, input, signal }): Live<ServiceView> =>
        follow(ctx, signal, ctx.parts.views.service(input.cluster, input.key)),
    ),
  realServer: viewerProcedure
    .input(realServerInput.extend(resumed))
    .subscription(
      ({ ctx, input, signal }): Live<RealServerView> =>
        follow(ctx, signal, ctx.parts.views.realServer(input.cluster, input.name)),
    ),
  director: viewerProcedure
    .input(directorInput.extend(resumed))
    .subscription(
      ({ ctx, input, signal }): Live<DirectorView> => follow(ctx, signal, ctx.parts.views.director(input.director)),
    ),
  release: viewerProcedure
    .input(releaseSchema.extend(resumed))
    .subscription(
      ({ ctx, input, signal }): Live<ReleaseView> => follow(ctx, signal, ctx.parts.views.release(input.id)),
    ),
});
