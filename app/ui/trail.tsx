import { ChevronRight } from 'lucide-react';
import Link from 'next/link';

interface TrailProps {
  readonly label: string;
  readonly steps: readonly { readonly href: string; readonly name: string }[];
}

/** What leads to this page, outermost first. */
export function Trail({ label, steps }: TrailProps) {
  return (
    <nav aria-label={label}>
      <ol className="label-text flex flex-wrap items-center gap-1">
        {steps.map((step) => (
          <li key={step.href} className="flex items-center gap-1">
            <Link href={step.href} className="hover:text-ink hover:underline">
              {step.name}
            </Link>
            <ChevronRight aria-hidden className="size-3 text-ink-3" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
