import type { Definition } from '../../definition/definition.ts';
import { definitionFields } from './definition-fields.ts';

/** A definition as JSON that people can read, edit and give back to `readShoalJson`. */
export const writeShoalJson = (definition: Definition): string =>
  `${JSON.stringify(definitionFields(definition), null, 2)}\n`;
