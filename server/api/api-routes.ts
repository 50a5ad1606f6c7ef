import type { Route } from './route.ts';
import { auditRoutes } from './routes/audit-routes.ts';
import { clusterRoutes } from './routes/cluster-routes.ts';
import { definitionRoutes } from './routes/definition-routes.ts';
import { directorRoutes } from './routes/director-routes.ts';
import { drainRoutes } from './routes/drain-routes.ts';
import { findingRoutes } from './routes/finding-routes.ts';
import { historyRoutes } from './routes/history-routes.ts';
import { jobRoutes } from './routes/job-routes.ts';
import { releaseRoutes } from './routes/release-routes.ts';

/** Every operation of the API, in the order of its document. */
export const apiRoutes: readonly Route[] = [
  ...clusterRoutes,
  ...definitionRoutes,
  ...drainRoutes,
  ...releaseRoutes,
  ...directorRoutes,
  ...findingRoutes,
  ...historyRoutes,
  ...auditRoutes,
  ...jobRoutes,
];
