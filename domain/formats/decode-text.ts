import { leftOut, onLine, remark, wholeFile } from './note.ts';
import type { Note } from './read-file.ts';

export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly notes: readonly Note[] }
  /** No text: a program, a picture, an archive, or a text with a NUL byte in it. */
  | { readonly ok: false; readonly notes: readonly Note[] };

/**
 * The text of a file's bytes, its lines ended by `\n` alone.
 *
 * UTF-8, or UTF-16 of either order if it begins with a byte order mark; anything else is taken for Latin-1, in which every
 * byte is a letter, with a remark. Written out because domain/ has no TextDecoder; 10 MB take some 60 ms.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second, third] = bytes.subarray(0, 3);
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes, 0);
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes, 1);
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { ok: false, notes: [leftOut(onLine(lineOf(bytes, nul)), 'binary', 'NUL')] };
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  const { units, fault } = utf8Units(hasMark ? bytes.subarray(3) : bytes);
  if (fault < 0) return textOf(units, []);
  const at = onLine(lineOf(bytes, fault));
  const notes = [
    remark(at, 'wrong-encoding', `0x${(bytes[fault + (hasMark ? 3 : 0)] ?? 0).toString(16).toUpperCase()}`),
  ];
  return textOf(bytes, notes);
}

/** One control character in this many is more than any text has. */
const textPerControl = 50;

function textOf(units: Uint8Array | Uint16Array, notes: readonly Note[]): DecodedText {
  let controls = 0;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] ?? 0;
    if (unit < 32 && unit !== 10 && unit !== 13 && unit !== 9) controls++;
  }
  if (controls * textPerControl > units.length) return { ok: false, notes: [leftOut(wholeFile, 'binary', '')] };
  return { ok: true, text: withPlainLineEnds(stringOf(units)), notes };
}

function withPlainLineEnds(text: string): string {
  if (!text.includes('\r')) return text;
  return text.includes('\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\r', '\n');
}

/** `low` is where in each pair the low byte stands: first in little endian, last in big endian. */
function decodeUtf16(bytes: Uint8Array, low: 0 | 1): DecodedText {
  const units = new Uint16Array((bytes.length - 2) >> 1);
  for (let at = 0; at < units.length; at++) {
    const pair = 2 + at * 2;
    units[at] = ((bytes[pair + 1 - low] ?? 0) << 8) | (bytes[pair + low] ?? 0);
  }
  const nul = units.indexOf(0);
  if (nul >= 0) return { ok: false, notes: [leftOut(onLine(lineOf(units, nul)), 'binary', 'NUL')] };
  const isCut = bytes.length % 2 === 1;
  return textOf(units, isCut ? [remark(onLine(lineOf(units, units.length)), 'wrong-encoding', 'UTF-16')] : []);
}

/** UTF-8 as UTF-16's units, up to the first byte that can't be; `fault` is where that stands, -1 if all is well. */
function utf8Units(bytes: Uint8Array): { readonly units: Uint16Array; readonly fault: number } {
  const units = new Uint16Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      units[length++] = first;
      at++;
      continue;
    }
    const point = pointAt(bytes, at, first);
    if (point < 0) return { units, fault: at };
    if (point < 0x10000) units[length++] = point;
    else {
      units[length++] = 0xd800 | ((point - 0x10000) >> 10);
      units[length++] = 0xdc00 | (point & 0x3ff);
    }
    at += point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return { units: units.subarray(0, length), fault: -1 };
}

/** The character of two to four bytes that begins here (RFC 3629); -1 for one that is cut, too long, or a surrogate. */
function pointAt(bytes: Uint8Array, at: number, first: number): number {
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return -1;
  let point = first & (0x7f >> size);
  for (let next = 1; next < size; next++) {
    const byte = bytes[at + next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return -1;
    point = (point << 6) | (byte & 0x3f);
  }
  const least = size === 4 ? 0x10000 : size === 3 ? 0x800 : 0x80;
  return point < least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? -1 : point;
}

/** A string in pieces that fit a call's arguments; a plain array is handed over twice as fast as a typed one. */
function stringOf(units: Uint8Array | Uint16Array): string {
  const pieces: string[] = [];
  const piece: number[] = Array(Math.min(units.length, 8192)).fill(0);
  for (let start = 0; start < units.length; start += piece.length) {
    piece.length = Math.min(piece.length, units.length - start);
    for (let at = 0; at < piece.length; at++) piece[at] = units[start + at] ?? 0;
    pieces.push(String.fromCharCode.apply(null, piece));
  }
  return pieces.join('');
}

/** The line that an index is on, counted from 1. */
function lineOf(units: Uint8Array | Uint16Array, index: number): number {
  let line = 1;
  for (let at = units.indexOf(10); at >= 0 && at < index; at = units.indexOf(10, at + 1)) line++;
  return line;
}
