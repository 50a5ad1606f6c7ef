const units = ['', 'k', 'M', 'G', 'T'];

/** `850`, `1.2k`, `34M`: a number in as little room as an axis has. */
export function shortNumber(value: number): string {
  let scaled = Math.abs(value);
  let unit = 0;
  while (scaled >= 1000 && unit < units.length - 1) {
    scaled /= 1000;
    unit += 1;
  }
  const digits = scaled >= 100 || Number.isInteger(scaled) ? 0 : scaled >= 1 ? 1 : scaled >= 0.1 ? 2 : 3;
  return `${value < 0 ? '-' : ''}${Number(scaled.toFixed(digits))}${units[unit]}`;
}
