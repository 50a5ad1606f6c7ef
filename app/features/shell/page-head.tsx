import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

interface PageHeadProps {
  readonly title: ReactNode;
  /** The pages above this one, outermost first. */
  readonly above?: readonly { readonly href: string; readonly label: string }[];
  /** What stands beside the title: states, figures. */
  readonly facts?: ReactNode;
  readonly actions?: ReactNode;
}

/** What a page is about, where it lies, and what can be done with it. */
export function PageHead({ title, above = [], facts, actions }: PageHeadProps) {
  const t = useTranslations('shell');
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 px-4 pt-3 pb-2.5">
      <div className="min-w-0">
        {above.length > 0 ? (
          <nav aria-label={t('breadcrumbs')} className="label-text flex flex-wrap gap-x-1.5">
            {above.map((place) => (
              <span key={place.href} className="flex gap-x-1.5">
                <Link href={place.href} className="hover:text-ink hover:underline">
                  {place.label}
                </Link>
                <span aria-hidden>/</span>
              </span>
            ))}
          </nav>
        ) : null}
        <h1 className="break-words font-semibold text-[16px] leading-6">{title}</h1>
      </div>
      {facts ? <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1 self-end pb-0.5">{facts}</div> : null}
      {actions ? <div className="ml-auto flex flex-wrap items-center gap-2 self-end">{actions}</div> : null}
    </div>
  );
}
