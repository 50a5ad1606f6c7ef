import { posix } from 'node:path';
import type { ImportLine } from './imports-of.ts';

type Layer = 'domain' | 'agents' | 'server' | 'app' | 'e2e';

/** The layers that the runtime code of each may come from; docs/architecture.md says why. */
const mayUse: Record<Layer, readonly Layer[]> = {
  domain: ['domain'],
  agents: ['agents', 'domain'],
  server: ['server', 'domain'],
  app: ['app', 'domain'],
  e2e: ['e2e', 'agents', 'server', 'app', 'domain'],
};

export const layers = Object.keys(mayUse) as Layer[];

/** What is wrong with the imports of one file, given by its path from the project's root; nothing when all is well. */
export function layerFindings(file: string, imports: readonly ImportLine[]): string[] {
  const own = layerOf(file);
  if (!own) return [];
  return imports.flatMap((line) => {
    const wrong = line.specifier.startsWith('.') ? wrongPath(file, own, line) : wrongPackage(file, own, line);
    return wrong ? [`${file}: imports ${line.specifier}: ${wrong}`] : [];
  });
}

function layerOf(path: string): Layer | undefined {
  return layers.find((layer) => path.startsWith(`${layer}/`));
}

function wrongPath(file: string, own: Layer, line: ImportLine): string | undefined {
  const target = posix.join(posix.dirname(file), line.specifier);
  if (target.startsWith('prisma/')) return wrongPrisma(file, own);
  if (file.startsWith('app/ui/') && !target.startsWith('app/ui/')) return 'app/ui knows nothing of ours';
  if (file.startsWith('server/cli/') && !line.typeOnly && !isForCommandLine(target))
    return 'the command line asks the API: of server it takes types, and what verifies a log offline';
  const layer = layerOf(target);
  if (!layer || mayUse[own].includes(layer)) return undefined;
  if (own === 'app' && layer === 'server') return line.typeOnly ? undefined : 'app takes only types from server';
  return `${own} may use ${mayUse[own].join(', ')}`;
}

const isForCommandLine = (target: string): boolean => /^(domain|server\/cli)\/|^server\/audit\/verify-/.test(target);

function wrongPackage(file: string, own: Layer, { specifier }: ImportLine): string | undefined {
  if (specifier.startsWith('@prisma/')) return wrongPrisma(file, own);
  const name = specifier.split('/')[0];
  if ((name === 'netlink' || name === 'koffi') && own !== 'e2e' && !file.startsWith('agents/netlink/'))
    return 'only agents/netlink touches a native socket';
  if (own === 'domain' && !isForTests(file) && name !== 'zod') return 'domain uses zod and itself only';
  return undefined;
}

function wrongPrisma(file: string, own: Layer): string | undefined {
  const isStore = file.startsWith('server/db/') || (own === 'server' && file.endsWith('/store.ts'));
  return isStore || own === 'e2e' ? undefined : 'Prisma stays in server/db and the store.ts files';
}

/** Tests, and the examples and arbitraries that only tests read. */
function isForTests(file: string): boolean {
  return /\.(test|arbitrary|example)\.tsx?$/.test(file);
}
