import type { z } from 'zod';
import { type Definition, type RealServer, realServerSchema } from '../definition/definition.ts';
import {
  type DriftPolicy,
  type Guard,
  guardSchema,
  type Settings,
  settingsSchema,
  sysctlsSchema,
  timeoutsSchema,
} from '../definition/settings.ts';
import { type ShoalComment, shoalCommentText } from './shoal-comment.ts';

/** A part of a definition that stands in one comment. */
export type CommentedPart =
  | { readonly kind: 'real-server'; readonly realServer: RealServer }
  | { readonly kind: 'sysctls'; readonly sysctls: Settings['sysctls'] }
  | { readonly kind: 'timeouts'; readonly timeouts: Settings['timeouts'] }
  | { readonly kind: 'drift'; readonly drift: DriftPolicy }
  | { readonly kind: 'guard'; readonly guard: Guard };

/**
 * The lines for what neither keepalived.conf nor ipvsadm's rules can say of a definition as a whole: names of real
 * servers, sysctls, drift policy, guard; `timeouts` too where the format has no words for them. Nothing for what is silent.
 */
export function definitionComments(definition: Definition, withTimeouts: 'with-timeouts' | 'no-timeouts'): string[] {
  const { sysctls, timeouts, drift, guard } = definition.settings;
  const comments: ShoalComment[] = definition.realServers.map(({ name, addresses, labels }) => ({
    subject: 'real-server',
    fields: { name, addresses: addresses.join(','), ...(labels.length > 0 ? { labels: labels.join(',') } : {}) },
  }));
  const settings = [
    { subject: 'sysctls', fields: written(sysctls) },
    { subject: 'timeouts', fields: withTimeouts === 'with-timeouts' ? written(timeouts) : {} },
    { subject: 'drift', fields: drift === 'report' ? {} : { policy: drift } },
    { subject: 'guard', fields: unlessZero(guard) },
  ].filter(({ fields }) => Object.keys(fields).length > 0);
  return [...comments, ...settings].map(shoalCommentText);
}

const unlessZero = (values: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value > 0 ? [[name, String(value)]] : [])));

const written = (values: Readonly<Record<string, number | null | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'number' ? [[name, String(value)]] : [])),
  );

/** What a comment says of the definition as a whole; undefined if that is nothing, or nothing that it would accept. */
export function parseDefinitionComment({ subject, fields }: ShoalComment): CommentedPart | undefined {
  switch (subject) {
    case 'real-server': {
      const { addresses = '', labels, ...rest } = fields;
      const lists = { addresses: addresses.split(','), ...(labels === undefined ? {} : { labels: labels.split(',') }) };
      const realServer = checked(realServerSchema, { ...rest, ...lists });
      return realServer && { kind: 'real-server', realServer };
    }
    case 'sysctls': {
      const sysctls = checked(sysctlsSchema, numbers(fields));
      return sysctls && { kind: 'sysctls', sysctls };
    }
    case 'timeouts': {
      const timeouts = checked(timeoutsSchema, numbers(fields));
      return timeouts && { kind: 'timeouts', timeouts };
    }
    case 'drift': {
      const settings = checked(settingsSchema, { drift: fields.policy });
      return settings && { kind: 'drift', drift: settings.drift };
    }
    case 'guard': {
      const guard = checked(guardSchema, numbers(fields));
      return guard && { kind: 'guard', guard };
    }
    default:
      return undefined;
  }
}

const checked = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> | undefined =>
  schema.safeParse(value).data;

const numbers = (fields: Readonly<Record<string, string>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN]),
  );
