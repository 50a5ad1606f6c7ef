/** Without letters and digits that look alike. 32 of them, so that each byte gives 5 bits without a bias. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password of 100 random bits, in groups that can be read aloud. */
export function newPassword(randomBytes: (count: number) => Buffer): string {
  const letters = Array.from(randomBytes(20), (byte) => alphabet[byte % alphabet.length] ?? '');
  return [0, 5, 10, 15].map((start) => letters.slice(start, start + 5).join('')).join('-');
}
