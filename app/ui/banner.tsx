import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import type { Tone } from './state-word.tsx';

const looks: Record<Tone, string> = {
  ok: 'bg-ok-wash text-ok',
  warn: 'bg-warn-wash text-warn',
  bad: 'bg-bad-wash text-bad',
  move: 'bg-move-wash text-move',
  idle: 'bg-idle-wash text-idle',
};

interface BannerProps {
  readonly tone: Tone;
  readonly icon: LucideIcon;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** One line across the page about all that stands below it. */
export function Banner({ tone, icon: Icon, children, action }: BannerProps) {
  return (
    <output className={cx('flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1 px-4 py-1 font-medium', looks[tone])}>
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 basis-52 break-words">{children}</span>
      {action}
    </output>
  );
}
