/** A typed weight, 0–65535; null for anything else. */
export function readWeight(text: string): number | null {
  const weight = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return weight <= 65_535 ? weight : null;
}
