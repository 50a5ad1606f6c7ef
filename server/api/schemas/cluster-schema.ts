import { z } from 'zod';
import { destinationSchema } from './destination-schema.ts';
import { directorHeadSchema } from './director-schema.ts';
import { findingSchema } from './finding-schema.ts';
import { gauge, list, moment } from './numbers.ts';
import { drainProgressSchema, overlaySchema } from './overlay-schema.ts';

const verdictSchema = z.object({ kind: z.string() });

export const serviceRowSchema = z
  .object({
    key: z.string(),
    slug: z.string().describe('Its name in paths of this API'),
    name: z.string(),
    config: z.string().describe('As ipvsadm -Ln prints it'),
    destinations: z.int(),
    serving: z.int(),
    director: z.string().nullable().describe('The busiest director, whose numbers these are'),
    cps: gauge,
    activeConn: gauge,
    inactConn: gauge,
    verdict: verdictSchema,
    receivedAt: moment.nullable(),
  })
  .meta({ id: 'ServiceRow', description: 'A virtual service in a list.' });

export const realServerRowSchema = z
  .object({
    name: z.string(),
    addresses: list(z.string()),
    labels: list(z.string()),
    services: z.int(),
    state: z.object({ kind: z.string() }),
    drain: drainProgressSchema.nullable(),
    activeConn: gauge,
    inactConn: gauge,
    persistConn: gauge,
    cps: gauge,
    outBy: list(overlaySchema),
    director: z.string().nullable(),
    receivedAt: moment.nullable(),
  })
  .meta({ id: 'RealServerRow', description: 'A real server in a list: all its services together.' });

export const clusterSchema = z
  .object({
    name: z.string(),
    revision: z.int(),
    generation: z.int(),
    directors: list(directorHeadSchema),
    services: list(serviceRowSchema),
    realServers: list(realServerRowSchema),
    overlays: list(overlaySchema),
    rollout: z
      .object({
        revision: z.int(),
        first: z.string(),
        state: z.enum(['first', 'stopped']),
        waiting: list(z.string()),
        previousRevision: z.int(),
      })
      .nullable()
      .describe('The newest revision on its way by a first director'),
  })
  .meta({ id: 'Cluster', description: 'Directors that share a definition, as they are now.' });

export const serviceSchema = z
  .object({
    cluster: z.string(),
    key: z.string(),
    slug: z.string(),
    config: z.string(),
    revision: z.int(),
    directors: list(
      z.object({
        director: directorHeadSchema,
        owned: z.boolean(),
        kernelConfig: z.string().nullable(),
        vipActive: z.boolean().nullable(),
        verdict: verdictSchema,
        destinations: list(destinationSchema),
      }),
    ),
    findings: list(findingSchema),
  })
  .meta({ id: 'Service', description: 'A virtual service on each director.' });

export const realServerSchema = z
  .object({
    cluster: z.string(),
    name: z.string(),
    addresses: list(z.string()),
    labels: list(z.string()),
    drain: drainProgressSchema.nullable(),
    outBy: list(overlaySchema),
    places: list(
      z.object({
        director: directorHeadSchema,
        service: z.string(),
        serviceName: z.string(),
        row: destinationSchema,
      }),
    ),
    findings: list(findingSchema),
  })
  .meta({ id: 'RealServer', description: 'A real server in every service, on each director.' });

export const placedDestinationSchema = destinationSchema
  .extend({ director: z.string(), service: z.string(), serviceName: z.string() })
  .meta({ id: 'PlacedDestination', description: 'A destination, with the director and service that it stands in.' });
