import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** The text in UTF-16 with its byte order mark. */
function utf16(text: string, order: 'little' | 'big'): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + text.length * 2));
  view.setUint16(0, 0xfeff, order === 'little');
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), order === 'little');
  return new Uint8Array(view.buffer);
}

it('reads UTF-8, with a byte order mark or not', () => {
  for (const mark of ['', '\ufeff'])
    expect(decodeText(utf8(`${mark}门户 = “web” 😀`))).toEqual({ ok: true, text: '门户 = “web” 😀', notes: [] });
});

it('reads every text of UTF-8 and UTF-16 as it was written', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 200 })
    .filter((one) => one[0] !== '\ufeff' && /^\P{Cc}*$/u.test(one));
  fc.assert(
    fc.property(text, (one) => {
      expect(decodeText(utf8(one))).toMatchObject({ ok: true, text: one });
      expect(decodeText(utf16(one, 'little'))).toMatchObject({ ok: true, text: one });
      expect(decodeText(utf16(one, 'big'))).toMatchObject({ ok: true, text: one });
    }),
  );
});

it('tells what is UTF-8 as the platform’s own decoder does', () => {
  const bytes = fc.uint8Array({ min: 32, maxLength: 12 }).filter((some) => some[0] !== 0xff && some[0] !== 0xfe);
  fc.assert(
    fc.property(bytes, (some) => {
      const decoded = decodeText(some);
      let expected: string | null = null;
      try {
        expected = new TextDecoder('utf-8', { fatal: true }).decode(some);
      } catch {}
      expect(decoded.ok && decoded.notes.length === 0 ? decoded.text : null).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['too long for its character', [0xe0, 0x80, 0x80]],
  ['too long for its character, of four bytes', [0xf0, 0x80, 0x80, 0x80]],
  ['half of a pair of UTF-16', [0xed, 0xa0, 0x80]],
  ['above the last character', [0xf4, 0x90, 0x80, 0x80]],
])('takes no bytes that are %s', (_, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toMatchObject({ ok: true, notes: [{ code: 'wrong-encoding' }] });
});

it('takes anything else for Latin-1, and says where it was seen', () => {
  expect(decodeText(Uint8Array.of(0x61, 0x0a, 0xe9, 0x74, 0xe9))).toEqual({
    ok: true,
    text: 'a\nété',
    notes: [{ line: 2, lastLine: 2, kind: 'remark', code: 'wrong-encoding', about: '0xE9' }],
  });
  // A character that is cut at the end.
  expect(decodeText(utf8('门').subarray(0, 2))).toMatchObject({ notes: [{ code: 'wrong-encoding', about: '0xE9' }] });
});

it('ends lines with \\n alone', () => {
  const text = (written: string) => decodeText(utf8(written));
  expect(text('a\r\nb\r\n')).toMatchObject({ text: 'a\nb\n' });
  expect(text('a\rb\r')).toMatchObject({ text: 'a\nb\n' });
});

describe('is not a text', () => {
  it('with a NUL byte, whose line is named', () => {
    const refused = { ok: false, notes: [{ line: 2, lastLine: 2, kind: 'left-out', code: 'binary', about: 'NUL' }] };
    expect(decodeText(utf8('a\nb\0c'))).toEqual(refused);
    expect(decodeText(utf16('a\nb\0c', 'little'))).toEqual(refused);
  });

  it('with many control characters', () => {
    expect(decodeText(Uint8Array.from({ length: 100 }, (_, index) => (index % 30) + 1))).toMatchObject({
      ok: false,
      notes: [{ line: 0, code: 'binary' }],
    });
  });
});

it('says that half a character of UTF-16 is lost', () => {
  const whole = utf16('ab', 'big');
  expect(decodeText(whole.subarray(0, 5))).toMatchObject({
    text: 'a',
    notes: [{ code: 'wrong-encoding', about: 'UTF-16' }],
  });
});
