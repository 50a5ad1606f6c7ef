import { describe, expect, it } from 'vitest';
import { bytesOf, drawSparkline } from './sparkline-pixels.ts';

const [width, height] = [12, 10];
const colours = { line: 0x0000ff, ground: 0x00ff00 };

/** `#` where the line covers most of a pixel, `_` for the ground. */
function drawn(points: (number | null)[]): string[] {
  const pixels = new Uint32Array(width * height);
  drawSparkline(pixels, width, points, 1, colours);
  const sign = (pixel: number) =>
    (pixel & 0xffffff) === colours.ground && pixel >>> 24 ? '_' : pixel >>> 31 ? '#' : ' ';
  return Array.from({ length: height }, (_, row) =>
    Array.from(pixels.subarray(row * width, (row + 1) * width), sign).join(''),
  );
}

describe('drawSparkline', () => {
  it('draws zero on the ground and the highest at the top', () => {
    expect(drawn([0, 0, 0]).at(-2)).toBe('############');
    expect(drawn([5, 5, 5]).slice(0, 2).join('')).toContain('############');
  });

  it('leaves gaps, and goes on after them', () => {
    const line = drawn([4, 4, 4, null, null, 4, 4]).slice(0, 2);
    const columns = Array.from({ length: width }, (_, column) => line.some((row) => row[column] === '#'));
    expect(columns.map((covered) => (covered ? '#' : '.')).join('')).toBe('####......##');
  });

  it('goes up and down without holes', () => {
    const rows = drawn([0, 10, 0]);
    for (let column = 0; column < width; column++)
      expect(
        rows.some((row) => row[column] === '#'),
        `column ${column}`,
      ).toBe(true);
    expect(rows.at(-1)).toBe('_'.repeat(width));
  });
});

it('reads colours in the order of bytes', () => {
  expect(bytesOf(' #5d6973')).toBe(0x73695d);
});
