'use client';

import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from './class-names.ts';
import { Hint } from './hint.tsx';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  readonly look?: 'plain' | 'primary' | 'danger' | 'bare';
  /** Why it can't be used now. It stays reachable, so that everybody can learn why. */
  readonly offBecause?: string | null | undefined;
  readonly busy?: boolean;
  readonly icon?: ReactNode;
}

const looks = {
  plain: 'border border-line-strong bg-panel text-ink hover:bg-hover',
  primary: 'border border-accent bg-accent text-accent-ink hover:bg-accent-strong hover:border-accent-strong',
  danger: 'border border-bad bg-panel text-bad hover:bg-bad-wash',
  bare: 'border border-transparent text-ink-2 hover:bg-hover hover:text-ink',
} as const;

const off = 'border border-line bg-transparent text-ink-3 cursor-not-allowed';

/** A button that, when it is off, says why. */
export function Button({ look = 'plain', offBecause, busy = false, icon, className, ...rest }: ButtonProps) {
  const reasonId = useId();
  const isOff = Boolean(offBecause) || busy;
  const { children, onClick, type = 'button', ...others } = rest;
  const button = (
    <button
      {...others}
      type={type}
      aria-disabled={isOff || undefined}
      aria-busy={busy || undefined}
      aria-describedby={offBecause ? reasonId : others['aria-describedby']}
      onClick={(event) => {
        if (isOff) event.preventDefault();
        else onClick?.(event);
      }}
      className={cx(
        'inline-flex h-7 shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-sm px-2.5',
        'font-medium text-[13px] leading-none pointer-coarse:h-9 pointer-coarse:px-3',
        isOff ? off : looks[look],
        className,
      )}
    >
      {icon}
      {children}
    </button>
  );
  if (!offBecause) return button;
  return (
    <>
      <Hint text={offBecause}>{button}</Hint>
      {/* Beside it and not inside: a reason is no part of the button's name. */}
      <span id={reasonId} hidden>
        {offBecause}
      </span>
    </>
  );
}
