import { BitReader, BitWriter } from './bits.ts';
import { readColumn, writeColumn } from './column-codec.ts';
import { type Column, columns, Points } from './points.ts';

/** Written first, so that a later way of writing can be told from this one. */
const version = 1;
const countBits = 16;

/**
 * Points as bytes: exactly what `decodeBlock` gives again. Gaps cost next to nothing, and at the end nothing.
 *
 * Each column says how long it is, so that a reader who wants one of them needn't read the others. At most 65,535
 * points.
 */
export function encodeBlock(points: Points): Uint8Array {
  const covered = points.column('covered');
  const count = covered.findLastIndex((time) => time > 0) + 1;
  const present = Array.from({ length: count }, (_, point) => point).filter((point) => !points.isGap(point));
  const body = new BitWriter();
  const ends = columns.map((column) => {
    const values = points.column(column);
    writeColumn(body, column === 'covered' ? values.slice(0, count) : only(values, present));
    return body.align();
  });
  const head = new BitWriter();
  head.write(version, 8);
  head.write(count, countBits);
  for (const [index, end] of ends.entries()) head.write(end - (ends[index - 1] ?? 0), countBits);
  const [before, after] = [head.end(), body.end()];
  const block = new Uint8Array(before.length + after.length);
  block.set(before);
  block.set(after, before.length);
  return block;
}

function only(values: Float64Array, present: readonly number[]): Float64Array {
  if (present.length === values.length) return values;
  const some = new Float64Array(present.length);
  for (let index = 0; index < present.length; index++) some[index] = values[present[index] ?? 0] ?? 0;
  return some;
}

/**
 * The `count` points of a block; gaps where it has none. `wanted` are the columns to read beside `covered`: others are
 * left at 0.
 *
 * Throws when the bytes were not written by `encodeBlock`.
 */
export function decodeBlock(block: Uint8Array, count: number, wanted: readonly Column[] = columns): Points {
  const head = new BitReader(block);
  if (head.read(8) !== version) throw new RangeError('a block of history that this console cannot read');
  const written = head.read(countBits);
  if (written > count) throw new RangeError(`a block of history has ${written} points and not ${count}`);
  const points = new Points(count);
  const present: number[] = [];
  let at = 3 + columns.length * 2;
  for (const column of columns) {
    const length = head.read(countBits);
    const part = block.subarray(at, at + length);
    at += length;
    if (column === 'covered') {
      points.column(column).set(readColumn(new BitReader(part), written));
      for (let point = 0; point < written; point++) if (!points.isGap(point)) present.push(point);
    } else if (wanted.includes(column)) {
      const into = points.column(column);
      const values = readColumn(new BitReader(part), present.length);
      for (const [index, point] of present.entries()) into[point] = values[index] ?? 0;
    }
  }
  return points;
}
