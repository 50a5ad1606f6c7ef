export interface ImportLine {
  specifier: string;
  /** Nothing of it is left when the types are taken away. */
  typeOnly: boolean;
}

const statement = /^[ \t]*(import|export)\s+(type\s)?([^'";]*?\sfrom\s*)?['"]([^'"]+)['"]/gm;
const call = /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g;

/** Every module that a TypeScript source names: imports, re-exports, and calls of import() and require(). */
export function importsOf(source: string): ImportLine[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^[ \t]*\/\/.*$/gm, '');
  const lines: ImportLine[] = [];
  for (const [, , typeWord, clause, specifier] of code.matchAll(statement)) {
    lines.push({ specifier: specifier ?? '', typeOnly: typeWord !== undefined || hasOnlyTypes(clause ?? '') });
  }
  for (const [, specifier] of code.matchAll(call)) lines.push({ specifier: specifier ?? '', typeOnly: false });
  return lines;
}

/** `{ type A, type B } from`: each name says that it is a type. */
function hasOnlyTypes(clause: string): boolean {
  const names = /^\{([\s\S]*)\}\s*from\s*$/.exec(clause.trim().replace(/from$/, 'from '))?.[1];
  if (names === undefined) return false;
  const list = names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return list.length > 0 && list.every((name) => name.startsWith('type '));
}
