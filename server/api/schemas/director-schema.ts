import { z } from 'zod';
import { directorStates } from '../../../domain/display/director-state.ts';
import { list, moment } from './numbers.ts';

const head = {
  name: z.string(),
  cluster: z.string(),
  state: z.enum(directorStates),
  simulated: z.boolean(),
  connected: z.boolean(),
  receivedAt: moment.nullable().describe('When its newest sample came; what is older than 10 s is unknown'),
  generation: z.object({ wanted: z.int(), held: z.int() }),
};

export const directorHeadSchema = z
  .object(head)
  .meta({ id: 'DirectorHead', description: 'A director, and how it stands to the definition.' });

export const driftSchema = z
  .object({
    target: z.string(),
    service: z.string().nullable(),
    destination: z.string().nullable(),
    kind: z.enum(['missing', 'extra', 'differs']),
    line: z.string(),
  })
  .meta({ id: 'Drift', description: 'A place where a kernel differs from the definition; `line` would put it right.' });

export const directorSchema = z
  .object({
    director: directorHeadSchema,
    agentVersion: z.string().nullable(),
    trouble: z.string().nullable(),
    kernel: z.string().nullable(),
    drift: list(driftSchema),
    driftTotal: z.int(),
    services: list(
      z.object({
        key: z.string(),
        name: z.string().nullable(),
        config: z.string(),
        standing: z.enum(['ours', 'foreign', 'drifted', 'missing']),
        destinations: z.int(),
      }),
    ),
  })
  .meta({ id: 'Director', description: 'A director in full.' });

export const tableSchema = z
  .object({
    director: directorHeadSchema,
    services: list(z.unknown())
      .nullable()
      .describe('Virtual services with their destinations; null when not known now'),
    foreign: list(z.string()).describe('Those that Shoal doesn’t own'),
    settings: z
      .object({
        timeouts: z.object({ tcp: z.int(), tcpfin: z.int(), udp: z.int() }),
        sysctls: z.record(z.string(), z.number()),
      })
      .nullable(),
    ipvsadm: z.string().nullable().describe('The table as ipvsadm -Ln would print it'),
  })
  .meta({ id: 'KernelTable', description: 'A director’s table as its kernel has it.' });
