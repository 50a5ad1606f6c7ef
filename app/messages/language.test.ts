import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';

describe('languageOf', () => {
  it('takes the chosen one before all others', () => {
    expect(languageOf('zh-CN', 'en')).toBe('zh-CN');
  });
  it('takes the first of the browser that it knows', () => {
    expect(languageOf(undefined, 'de-DE,de;q=0.9,zh-TW;q=0.8,en;q=0.7')).toBe('zh-CN');
    expect(languageOf('xx', 'fr, en-GB;q=0.5')).toBe('en');
  });
  it('falls back to English', () => {
    expect(languageOf(undefined, null)).toBe('en');
  });
});
