import type { TrackedEnvelope } from '@trpc/server';
import { z } from 'zod';
import type {
  ClusterView,
  DirectorView,
  OverviewView,
  RealServerView,
  ServiceView,
} from '../../domain/display/views.ts';
import { router, viewerProcedure } from '../trpc/procedures.ts';
import { clusterInput, directorInput, realServerInput, resumed, serviceInput } from './view-input.ts';

type Live<View> = AsyncGenerator<TrackedEnvelope<View>, void>;

/** Every view as it goes on: the whole view first, then again at most once a second and at once on a change. */
export const liveRouter = router({
  overview: viewerProcedure
    .input(z.strictObject(resumed).optional())
    .subscription((): Live<OverviewView> => unwritten()),
  cluster: viewerProcedure.input(clusterInput.extend(resumed)).subscription((): Live<ClusterView> => unwritten()),
  service: viewerProcedure.input(serviceInput.extend(resumed)).subscription((): Live<ServiceView> => unwritten()),
  realServer: viewerProcedure
    .input(realServerInput.extend(resumed))
    .subscription((): Live<RealServerView> => unwritten()),
  director: viewerProcedure.input(directorInput.extend(resumed)).subscription((): Live<DirectorView> => unwritten()),
});

const unwritten = (): never => {
  throw new Error('not written yet');
};
