import { z } from 'zod';
import { problemSchema } from './problem.ts';
import { longestWait } from './request-headers.ts';
import type { Route } from './route.ts';

type Json = { [name: string]: unknown };

const version = '1';
const names = /\{(\w+)\}/g;

/** The OpenAPI 3.1 document of the routes: every schema in it is the one that the route itself goes by. */
export function openApiDocument(routes: readonly Route[]): Json {
  const components: Json = {};
  const schemaOf = (schema: z.ZodType): unknown => hoisted(schema, components);
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = {
      ...paths[route.path],
      [route.method.toLowerCase()]: operationOf(route, schemaOf),
    };
  }
  schemaOf(problemSchema);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Shoal',
      version,
      description:
        'Definitions, drains and releases of IPVS directors. A success answer to a change means that every director’s ' +
        'kernel was read back and agrees; 202 gives a job to follow.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A token of Access: shoal_…' } },
      schemas: components,
    },
  };
}

function operationOf(route: Route, schemaOf: (schema: z.ZodType) => unknown): Json {
  const { operation, summary, needs, body, answer, status, waits } = route;
  const content = (schema: z.ZodType) => ({ 'application/json': { schema: schemaOf(schema) } });
  const told = route.mediaTypes.length > 0 ? textContent(route.mediaTypes) : content(answer);
  return {
    operationId: operation,
    summary,
    description: `For the role ${needs} and above.`,
    parameters: parametersOf(route, schemaOf),
    ...(body ? { requestBody: { required: true, content: content(body) } } : {}),
    responses: {
      [status]: status === 204 ? { description: 'Done' } : { description: doneText(route), content: told },
      ...(waits ? { 202: { description: 'Written; directors are still on it', content: content(answer) } } : {}),
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const doneText = ({ waits, status }: Route): string =>
  waits ? 'Done: every director’s kernel was read back and agrees' : status === 201 ? 'Made' : 'As it is now';

const textContent = (types: readonly string[]): Json =>
  Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }]));

function parametersOf({ path, method, query, waits, onRevision }: Route, schemaOf: (schema: z.ZodType) => unknown) {
  const inPath = [...path.matchAll(names)].map(([, name]) => ({
    ...{ name, in: 'path', required: true },
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    ...{ name, in: 'query', required: !(schema as z.ZodType).safeParse(undefined).success },
    schema: schemaOf(schema as z.ZodType),
  }));
  return [...inPath, ...inQuery, ...headersOf(method, waits, onRevision)];
}

function headersOf(method: Route['method'], waits: boolean, onRevision: boolean): Json[] {
  const header = (name: string, required: boolean, description: string) => ({
    ...{ name, in: 'header', required, description },
    schema: { type: 'string' },
  });
  return [
    ...(onRevision ? [header('If-Match', true, 'The revision that it is made on, as its ETag was: "12"')] : []),
    ...(method === 'POST'
      ? [header('Idempotency-Key', false, 'The same key with the same request is done once, for a day')]
      : []),
    ...(waits ? [header('Prefer', false, `wait=N: seconds to wait for directors, up to ${longestWait}`)] : []),
  ];
}

/** A schema as JSON Schema, with the named ones in it moved to the components. */
function hoisted(schema: z.ZodType, components: Json): unknown {
  const {
    $schema: _,
    $defs,
    ...rest
  } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    // What a list that is only read says of itself would tell clients not to send it.
    override: ({ jsonSchema }) => void delete jsonSchema.readOnly,
  }) as Json;
  for (const [name, definition] of Object.entries(($defs ?? {}) as Json)) components[name] ??= moved(definition);
  return moved(rest);
}

/** The same with its references leading to the components. */
function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      name === '$ref' ? String(part).replace('#/$defs/', '#/components/schemas/') : moved(part),
    ]),
  );
}
