import type { ReactNode } from 'react';

interface PageHeadProps {
  /** What leads here, outermost first. */
  readonly trail?: ReactNode;
  readonly title: ReactNode;
  /** States and figures beside the title. */
  readonly facts?: ReactNode;
  readonly actions?: ReactNode;
}

/** The top of a page: what it is, how it is, what can be done with it. */
export function PageHead({ trail, title, facts, actions }: PageHeadProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-72">
        {trail}
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <h1 className="break-all font-semibold text-[17px] leading-6 tracking-[-0.01em]">{title}</h1>
          {facts}
        </div>
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  );
}

interface SectionHeadProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
}

/** The line above a part of a page, with what belongs to that part. */
export function SectionHead({ title, children }: SectionHeadProps) {
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1.5 border-b px-4 py-1.5">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </div>
  );
}
