import type { Assignment } from './statement.ts';

/** `key = value…` as an assignment, null if it is none; also `key=value`, which Piranha's parser refuses and people write. */
export function parseAssignment(words: readonly string[], line: number): Assignment | null {
  const [first = '', second = '', ...rest] = words;
  if (second === '=') return { line, key: first, values: rest };
  const joined = /^([^=]+)=(.*)$/.exec(first);
  if (joined?.[1])
    return { line, key: joined[1], values: [joined[2] ?? '', ...words.slice(1)].filter((word) => word !== '') };
  if (second.startsWith('=')) return { line, key: first, values: [second.slice(1), ...rest] };
  return null;
}
