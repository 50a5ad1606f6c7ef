import { z } from 'zod';
import { severities } from '../../../domain/diagnosis/finding.ts';
import { list, moment } from './numbers.ts';

export const findingSchema = z
  .looseObject({
    id: z.string(),
    code: z.string(),
    severity: z.enum(severities),
    cluster: z.string(),
    director: z.string(),
    service: z.string().nullable(),
    since: moment,
    remedies: list(z.looseObject({ kind: z.string() })),
  })
  .meta({
    id: 'Finding',
    description: 'Something that is wrong; its other fields are its evidence, by code (docs/operations/findings.md).',
  });
