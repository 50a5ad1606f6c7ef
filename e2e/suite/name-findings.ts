import { basename } from 'node:path';

const banned = /^(backend|upstream|node|vserver|frontend|utils?|helpers?|managers?|common|misc)$/;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
/** A message catalogue is called by its language tag. */
const language = /^[a-z]{2}(-[A-Z]{2})?\.ts$/;
const source = /\.(ts|tsx|mts|mjs|cjs|js|jsx|css|sh|c)$/;

/** All that may stand at the project's root; what set-up and builds make there is ignored by git and not looked at. */
const rootEntries = new Set([
  ...['.ci', '.gitattributes', '.gitignore', '.npmrc', '.oxlintrc.json', 'biome.json', 'package.json'],
  ...['package-lock.json', 'tsconfig.json', 'next.config.ts', 'postcss.config.mjs', 'prisma.config.ts'],
  ...['vitest.config.ts', 'playwright.config.ts', 'README.md', 'LICENSE', 'NOTICE', 'CHANGELOG.md', 'CONTRIBUTING.md'],
  ...['agents', 'app', 'docs', 'domain', 'e2e', 'prisma', 'public', 'server'],
]);

/** What is wrong with the name of a source file, given by its path from the project's root. */
export function nameFindings(file: string): string[] {
  const first = file.split('/')[0] ?? '';
  if (!rootEntries.has(first)) return [`${file}: ${first} has no place at the project's root`];
  if (!source.test(file)) return [];
  const name = basename(file);
  const findings: string[] = [];
  if (!kebab.test(name) && !language.test(name)) findings.push(`${file}: names are kebab-case`);
  if (/^index\.tsx?$/.test(name)) findings.push(`${file}: a barrel; import the file that you mean`);
  const words = file.replace(source, '').split(/[/.\-[\]()]/);
  for (const word of words.filter((word) => banned.test(word)))
    findings.push(`${file}: "${word}" is not one of our words`);
  return findings;
}
