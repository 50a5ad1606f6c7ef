import { bytesOf, drawSparkline, type SparklineColours } from './sparkline-pixels.ts';

type Points = readonly (number | null)[];

const waiting = new Map<HTMLCanvasElement, Points>();
const painted = new WeakMap<HTMLCanvasElement, Points>();
const onPage = new Set<HTMLCanvasElement>();
let frame = 0;
let theme: (SparklineColours & { readonly name: string }) | null = null;
let themeWatch: MutationObserver | null = null;

/**
 * Paints a sparkline in the next frame, together with all others that changed: a page of them costs one task a second,
 * and nothing where the numbers are as before.
 */
export function paintSparkline(canvas: HTMLCanvasElement, points: Points): void {
  const before = painted.get(canvas);
  if (before && isSame(before, points)) return;
  painted.set(canvas, points);
  waiting.set(canvas, points);
  paintInNextFrame();
}

/** Paints it again when the theme changes, until the answer is called. */
export function keepSparkline(canvas: HTMLCanvasElement): () => void {
  onPage.add(canvas);
  themeWatch ??= new MutationObserver(() => {
    for (const one of onPage) waiting.set(one, painted.get(one) ?? []);
    paintInNextFrame();
  });
  if (onPage.size === 1) themeWatch.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] });
  return () => {
    onPage.delete(canvas);
    waiting.delete(canvas);
    painted.delete(canvas);
    if (onPage.size === 0) themeWatch?.disconnect();
  };
}

const isSame = (a: Points, b: Points): boolean =>
  a.length === b.length && a.every((point, index) => point === b[index]);

function coloursNow(): SparklineColours {
  const name = document.documentElement.className;
  if (theme?.name !== name) {
    const style = getComputedStyle(document.documentElement);
    const [line, ground] = ['--ink-3', '--line'].map((token) => bytesOf(style.getPropertyValue(token)));
    theme = { name, line: line ?? 0, ground: ground ?? 0 };
  }
  return theme;
}

function paintInNextFrame(): void {
  if (frame === 0) frame = requestAnimationFrame(paintAll);
}

function paintAll(): void {
  frame = 0;
  const colours = coloursNow();
  for (const [canvas, points] of waiting) paint(canvas, points, colours);
  waiting.clear();
}

/** Pixels that are written into before a canvas takes them: those of a page have one size. */
let board: { readonly image: ImageData; readonly pixels: Uint32Array } | null = null;

function boardOf(width: number, height: number) {
  if (board?.image.width !== width || board.image.height !== height) {
    const image = new ImageData(width, height);
    board = { image, pixels: new Uint32Array(image.data.buffer) };
  }
  return board;
}

function paint(canvas: HTMLCanvasElement, points: Points, colours: SparklineColours): void {
  // What says that pixels are read often keeps the canvas in memory, where they can just be put.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return;
  const ratio = window.devicePixelRatio;
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(canvas.clientHeight * ratio);
  if (width === 0 || height === 0) return;
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const { image, pixels } = boardOf(width, height);
  drawSparkline(pixels, width, points, 1.25 * ratio, colours);
  context.putImageData(image, 0, 0);
}
