'use client';

import type { Problem } from '../../../domain/definition/change.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { RefusalText } from '../../ui/refusal-text.tsx';

/** Why what is chosen can't be done, and on which directors; nothing where it can. */
export function PreviewProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const text = useProblemText();
  if (problems.length === 0) return null;
  return (
    <RefusalText>
      {problems.map((problem) => (
        <span key={`${problem.path.join(' ')} ${problem.message}`} className="block">
          {text(problem)} <span className="figures">{problem.path.slice(1).join(', ')}</span>
        </span>
      ))}
    </RefusalText>
  );
}
