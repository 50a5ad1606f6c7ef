'use client';

import { createParser, useQueryState } from 'nuqs';
import { type ExportChoice, exportChoiceText, parseExportChoice } from './export-choice.ts';

const parser = createParser<ExportChoice>({
  parse: parseExportChoice,
  serialize: exportChoiceText,
  eq: (a, b) => a.format === b.format && a.revision === b.revision,
});

/** What the open dialog exports, kept in the URL (`?export=keepalived~9`); null while none is open. */
export const useExport = () => useQueryState('export', parser);
