import type { Definition } from '../../definition/definition.ts';
import { definitionFields } from './definition-fields.ts';
import { plainText } from './plain-text.ts';

/** A definition as YAML 1.2 that people can read, edit and give back to `readShoalYaml`; a destination is one line. */
export const writeShoalYaml = (definition: Definition): string =>
  fieldLines(definitionFields(definition), '')
    .map((line) => `${line}\n`)
    .join('');

/** Fields whose value stands below them; the others have it on their line. */
const blocks = ['realServers', 'settings', 'sysctls', 'services', 'destinations'];

function fieldLines(fields: object, indent: string): string[] {
  return Object.entries(fields).flatMap(([name, value]: [string, unknown]) => {
    if (!blocks.includes(name) || !isFilled(value)) return [`${indent}${name}: ${flowText(value)}`];
    const below = `${indent}  `;
    const lines = Array.isArray(value)
      ? value.flatMap((item: object) => itemLines(item, name === 'services', below))
      : fieldLines(value, below);
    return [`${indent}${name}:`, ...lines];
  });
}

function itemLines(item: object, isLong: boolean, indent: string): string[] {
  if (!isLong) return [`${indent}- ${flowText(item)}`];
  return fieldLines(item, `${indent}  `).map((line, at) => (at === 0 ? `${indent}- ${line.trimStart()}` : line));
}

const isFilled = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (!isFilled(value)) return typeof value === 'string' ? scalarText(value) : String(value);
  return `{ ${Object.entries(value)
    .map(([name, part]: [string, unknown]) => `${name}: ${flowText(part)}`)
    .join(', ')} }`;
}

const scalarText = (text: string): string => (plainText.test(text) ? text : JSON.stringify(text));
