import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './class-names.ts';

export type Tone = 'ok' | 'warn' | 'bad' | 'move' | 'idle';

const inks: Record<Tone, string> = {
  ok: 'text-ok',
  warn: 'text-warn',
  bad: 'text-bad',
  move: 'text-move',
  idle: 'text-idle',
};

const washes: Record<Tone, string> = {
  ok: 'bg-ok-wash',
  warn: 'bg-warn-wash',
  bad: 'bg-bad-wash',
  move: 'bg-move-wash',
  idle: 'bg-idle-wash',
};

interface StateWordProps {
  readonly tone: Tone;
  readonly icon: LucideIcon;
  readonly children: ReactNode;
  readonly title?: string | undefined;
  /** On a coloured ground, for states that stand alone. */
  readonly filled?: boolean;
}

/** A state: its colour never without its icon and its word. */
export function StateWord({ tone, icon: Icon, children, title, filled = false }: StateWordProps) {
  return (
    <span
      title={title}
      className={cx(
        // On the baseline of the words around it; the icon has none of its own.
        'inline-flex items-baseline gap-1 whitespace-nowrap font-medium',
        inks[tone],
        filled && ['rounded-sm px-1.5 py-px', washes[tone]],
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0 self-center" strokeWidth={2.25} />
      {/* The word gives the line its baseline, not the icon. */}
      <span className="self-baseline">{children}</span>
    </span>
  );
}
