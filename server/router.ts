import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { accessRouter } from './access/router.ts';
import { appliesRouter } from './applies/router.ts';
import { auditRouter } from './audit/router.ts';
import { clustersRouter } from './clusters/router.ts';
import { connectionsRouter } from './connections/router.ts';
import { definitionRouter } from './definition/router.ts';
import { directorsRouter } from './directors/router.ts';
import { draftsRouter } from './drafts/router.ts';
import { drainsRouter } from './drains/router.ts';
import { driftRouter } from './drift/router.ts';
import { exportRouter } from './export/router.ts';
import { historyRouter } from './history/router.ts';
import { liveRouter } from './live/live-router.ts';
import { viewRouter } from './live/view-router.ts';
import { releasesRouter } from './releases/router.ts';
import { revisionsRouter } from './revisions/router.ts';
import { rolloutRouter } from './rollout/router.ts';
import { sessionRouter } from './session/router.ts';
import { streamsRouter } from './streams/router.ts';
import { tokensRouter } from './tokens/router.ts';
import { createCallerFactory, router } from './trpc/procedures.ts';

/** Everything that a browser can ask of the console. */
export const appRouter = router({
  session: sessionRouter,
  access: accessRouter,
  tokens: tokensRouter,
  clusters: clustersRouter,
  view: viewRouter,
  live: liveRouter,
  definition: definitionRouter,
  revisions: revisionsRouter,
  drafts: draftsRouter,
  connections: connectionsRouter,
  drains: drainsRouter,
  drift: driftRouter,
  rollout: rolloutRouter,
  releases: releasesRouter,
  applies: appliesRouter,
  directors: directorsRouter,
  audit: auditRouter,
  streams: streamsRouter,
  export: exportRouter,
  history: historyRouter,
});

export const createCaller = createCallerFactory(appRouter);

export type AppRouter = typeof appRouter;
export type Caller = ReturnType<typeof createCaller>;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
