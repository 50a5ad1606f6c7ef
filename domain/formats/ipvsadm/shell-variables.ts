/** `VIP=10.0.0.4`, the line of a script that gives a variable its value. */
const assignment =
  /^(?:(?:export|readonly|local)[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)=("[^"`$]*"|'[^']*'|[^\s"'`$;|&()<>]*);?[ \t]*(?:#.*)?$/;

/** The name and value that a line assigns; undefined for any other line, and for values that only a shell can work out. */
export function parseAssignment(line: string): { readonly name: string; readonly value: string } | undefined {
  if (line.length > 500) return undefined;
  const parts = assignment.exec(line);
  if (!parts) return undefined;
  return { name: parts[1] ?? '', value: (parts[2] ?? '').replace(/^["']|["']$/g, '') };
}

/**
 * The variables of a script that have one value from end to end.
 *
 * One that is assigned two values is missing: which of them holds at a rule only a shell can tell.
 */
export function singleAssignments(lines: readonly string[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const changing = new Set<string>();
  for (const line of lines) {
    const assigned = line.includes('=') ? parseAssignment(line.trim()) : undefined;
    if (!assigned) continue;
    const { name, value } = assigned;
    if ((values.get(name) ?? value) !== value) changing.add(name);
    values.set(name, value);
  }
  for (const name of changing) values.delete(name);
  return values;
}

/** A word with the values of the variables in it; those that aren't known stay as they are written. */
export const withVariables = (word: string, values: ReadonlyMap<string, string>): string =>
  word.includes('$')
    ? word.replace(
        /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g,
        (text, braced, bare) => values.get(braced ?? bare) ?? text,
      )
    : word;
