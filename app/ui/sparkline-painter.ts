type Points = readonly (number | null)[];

const waiting = new Map<HTMLCanvasElement, Points>();
const painted = new WeakMap<HTMLCanvasElement, Points>();
const onPage = new Set<HTMLCanvasElement>();
let frame = 0;
let theme: { readonly name: string; readonly line: string; readonly ground: string } | null = null;
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

function coloursNow(): { readonly line: string; readonly ground: string } {
  const name = document.documentElement.className;
  if (theme?.name !== name) {
    const style = getComputedStyle(document.documentElement);
    theme = { name, line: style.getPropertyValue('--ink-3'), ground: style.getPropertyValue('--line') };
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

function paint(canvas: HTMLCanvasElement, points: Points, { line, ground }: { line: string; ground: string }): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = window.devicePixelRatio;
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  if (canvas.width !== Math.round(width * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.fillStyle = ground;
  context.fillRect(0, height - 1, width, 1);
  // From zero, so that a small wiggle never looks like a storm.
  let top = 1e-9;
  for (const point of points) if (point !== null && point > top) top = point;
  const step = width / Math.max(1, points.length - 1);
  context.beginPath();
  let isDown = false;
  for (let index = 0; index < points.length; index++) {
    const point = points[index] ?? null;
    if (point === null) {
      isDown = false;
      continue;
    }
    const y = height - 1.5 - (point / top) * (height - 3);
    if (isDown) context.lineTo(index * step, y);
    else context.moveTo(index * step, y);
    isDown = true;
  }
  context.strokeStyle = line;
  context.lineWidth = 1.25;
  context.lineJoin = 'round';
  context.stroke();
}
