import { apiTokenPattern } from '../../domain/access/api-token.ts';
import type { TokenText } from '../directors/token-text.ts';

/** A token's parts as the one text that a program is given. */
export const apiTokenText = ({ id, secret }: TokenText): string => `shoal_${id}_${secret}`;

/** The parts of a token of the API; null when it isn't one. */
export function parseApiToken(text: string): TokenText | null {
  const [, id, secret] = apiTokenPattern.exec(text) ?? [];
  return id !== undefined && secret !== undefined ? { id, secret } : null;
}
