/** Colours as 0xBBGGRR, without how much they cover. */
export interface SparklineColours {
  readonly line: number;
  readonly ground: number;
}

/** `#5d6973` as 0x73695d: in the order of bytes that pixels have. */
export const bytesOf = (hex: string): number => {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.trim().slice(at, at + 2), 16) || 0);
  return ((blue ?? 0) << 16) | ((green ?? 0) << 8) | (red ?? 0);
};

/**
 * Draws a line through points into pixels of `width` columns: as thick as `thick` pixels, from zero, so that a small
 * wiggle never looks like a storm, with the ground below it. Null is a gap.
 *
 * By hand, as a stroke that a browser draws for a small canvas costs its main thread ten times that.
 */
export function drawSparkline(
  pixels: Uint32Array,
  width: number,
  points: readonly (number | null)[],
  thick: number,
  { line, ground }: SparklineColours,
): void {
  const height = pixels.length / width;
  pixels.fill(0);
  pixels.fill((0xff000000 | ground) >>> 0, pixels.length - width);
  let most = 1e-9;
  for (const point of points) if (point !== null && point > most) most = point;
  const room = height - 1 - 1.5 * thick;
  const last = points.length - 1;
  const heightAt = (place: number): number | null => {
    const before = Math.min(last, Math.floor(place));
    const [from, to] = [points[before] ?? null, points[Math.min(last, before + 1)] ?? null];
    if (from === null) return null;
    if (to === null) return place === before ? from : null;
    return from + (to - from) * (place - before);
  };
  let left = heightAt(0);
  for (let column = 0; column < width; column++) {
    const right = heightAt(((column + 1) / width) * last);
    if (left !== null && right !== null) {
      const base = thick + room;
      const [a, b] = [base - (left / most) * room, base - (right / most) * room];
      cover(pixels, width, column, Math.min(a, b) - thick / 2, Math.max(a, b) + thick / 2, line);
    }
    left = right;
  }
}

/** Fills a column from … to, and a pixel at the ends as far as it is covered. */
function cover(pixels: Uint32Array, width: number, column: number, from: number, to: number, colour: number): void {
  const end = Math.min(pixels.length / width, Math.ceil(to));
  for (let row = Math.max(0, Math.floor(from)); row < end; row++) {
    const covered = Math.min(row + 1, to) - Math.max(row, from);
    const at = row * width + column;
    const alpha = Math.round(covered * 255);
    if (alpha > (pixels[at] ?? 0) >>> 24) pixels[at] = ((alpha << 24) | colour) >>> 0;
  }
}
