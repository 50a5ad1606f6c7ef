import { z } from 'zod';
import { nameSchema } from '../../../domain/definition/service-definition.ts';
import { severities } from '../../../domain/diagnosis/finding.ts';
import { worstFirst } from '../../../domain/display/cluster-view.ts';
import { route } from '../route.ts';
import { findingSchema } from '../schemas/finding-schema.ts';
import { list } from '../schemas/numbers.ts';
import { seenClusters } from './cluster-routes.ts';

export const findingRoutes = [
  route({
    ...{ method: 'GET', path: '/findings', operation: 'listFindings', needs: 'viewer' },
    summary: 'What is wrong now, worst first',
    query: z.strictObject({ cluster: nameSchema.optional(), severity: z.enum(severities).optional() }),
    answer: z.object({ findings: list(findingSchema) }),
    run: async ({ caller, parts, person, query }) => {
      const names = query.cluster === undefined ? seenClusters(parts, person) : [query.cluster];
      const views = await Promise.all(names.map((cluster) => caller.view.cluster({ cluster })));
      const findings = views
        .flatMap(({ name, findings: its }) => its.map((finding) => ({ ...finding, cluster: name })))
        .filter(({ severity }) => (query.severity ?? severity) === severity);
      return { value: { findings: worstFirst(findings) } };
    },
  }),
];
