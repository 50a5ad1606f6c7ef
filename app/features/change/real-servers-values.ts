import { z } from 'zod';
import { definitionSchema, type RealServer } from '../../../domain/definition/definition.ts';

/** Real servers while somebody types: a name, and addresses and labels with commas or spaces between them. */
export interface RealServersValues {
  servers: { name: string; addresses: string; labels: string }[];
}

/** The names as they are, then a line for each address that has none yet. */
export const valuesOfRealServers = (
  realServers: readonly RealServer[],
  unnamed: readonly string[],
): RealServersValues => ({
  servers: [
    ...realServers.map(({ name, addresses, labels }) => ({
      name,
      addresses: addresses.join(', '),
      labels: labels.join(', '),
    })),
    ...unnamed.map((address) => ({ name: '', addresses: address, labels: '' })),
  ],
});

const wordsOf = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

/** Lines that say something: an address whose name stays empty goes on without one. */
const counts = ({ name }: RealServersValues['servers'][number]): boolean => name.trim() !== '';

export const typedRealServers = ({ servers }: RealServersValues): unknown => ({
  realServers: servers.filter(counts).map(({ name, addresses, labels }) => ({
    name,
    addresses: wordsOf(addresses),
    labels: wordsOf(labels),
  })),
});

/** The domain's own rules: no name and no address twice. */
export const namedSchema: z.ZodType<RealServer[]> = z.unknown().transform((typed, context) => {
  const read = definitionSchema.safeParse(typed);
  if (read.success) return read.data.realServers;
  for (const { path, message, ...issue } of read.error.issues)
    context.addIssue({
      code: 'custom',
      path,
      message: issue.code === 'too_small' && path.at(-1) === 'addresses' ? 'required' : message,
    });
  return z.NEVER;
});

/** The field for a path of the definition; empty lines don’t count there and do here. */
export function fieldOfRealServerPath(path: readonly PropertyKey[], { servers }: RealServersValues): string | null {
  const [first, counted, part] = path;
  if (first !== 'realServers' || typeof counted !== 'number') return null;
  const lines = servers.flatMap((line, index) => (counts(line) ? [index] : []));
  return `servers.${lines[counted] ?? counted}.${part === 'addresses' || part === 'labels' ? part : 'name'}`;
}
