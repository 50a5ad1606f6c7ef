import { describe, expect, it } from 'vitest';
import { writableFormats } from '../../../domain/formats/read-file.ts';
import { exportChoiceText, parseExportChoice } from './export-choice.ts';

describe('what is exported, in the URL', () => {
  it('comes back as it was written', () => {
    for (const format of writableFormats)
      for (const revision of [null, 0, 12])
        expect(parseExportChoice(exportChoiceText({ format, revision }))).toEqual({ format, revision });
  });
  it('is nothing where the URL says something else', () => {
    for (const text of ['', 'word', 'keepalived~', 'keepalived~x', 'ldirectord'])
      expect(parseExportChoice(text), text).toBeNull();
  });
});
