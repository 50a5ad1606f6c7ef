import type {
  ClusterView,
  DirectorView,
  OverviewView,
  RealServerView,
  ServiceView,
} from '../../domain/display/views.ts';
import { router, viewerProcedure } from '../trpc/procedures.ts';
import { clusterInput, directorInput, realServerInput, serviceInput } from './view-input.ts';

/** Every view as it is now: the first paint. */
export const viewRouter = router({
  overview: viewerProcedure.query((): OverviewView => unwritten()),
  cluster: viewerProcedure.input(clusterInput).query((): ClusterView => unwritten()),
  service: viewerProcedure.input(serviceInput).query((): ServiceView => unwritten()),
  realServer: viewerProcedure.input(realServerInput).query((): RealServerView => unwritten()),
  director: viewerProcedure.input(directorInput).query((): DirectorView => unwritten()),
});

const unwritten = (): never => {
  throw new Error('not written yet');
};
