import { useProblemText } from '../../lib/use-problem-text.ts';

/** Says why what stands can't become part of the definition, by its code; null when it can. */
export function useRefusedAdoption(): (code: string | null) => string | null {
  const text = useProblemText();
  return (code) => (code === null ? null : text({ message: code }));
}
