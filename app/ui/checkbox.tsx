import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from './class-names.ts';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'disabled'> {
  readonly label: ReactNode;
  /** Only for people who can't see it: in a table, where the row says what it is. */
  readonly hideLabel?: boolean;
  /** Why it can't be set now; said below it. It stays reachable, and is not set then, whatever it was. */
  readonly offBecause?: string | null | undefined;
}

export function Checkbox({ label, hideLabel = false, offBecause, className, ...rest }: CheckboxProps) {
  const id = useId();
  const reasonId = `${id}-off`;
  const control = offBecause
    ? ({ checked: false, readOnly: true, onChange: () => undefined, 'aria-disabled': true } as const)
    : rest;
  const box = (
    <span className={cx('inline-flex items-center gap-2', className)}>
      <input
        {...control}
        id={id}
        type="checkbox"
        aria-describedby={offBecause ? reasonId : rest['aria-describedby']}
        className={cx(
          'size-3.5 shrink-0 accent-accent pointer-coarse:size-5',
          offBecause && 'cursor-not-allowed opacity-50',
        )}
      />
      <label htmlFor={id} className={hideLabel ? 'sr-only' : offBecause ? 'text-ink-3' : 'text-ink'}>
        {label}
      </label>
    </span>
  );
  if (!offBecause) return box;
  return (
    <span className="flex flex-col gap-0.5">
      {box}
      <span id={reasonId} className="pl-5.5 text-[12px] text-ink-3 leading-4">
        {offBecause}
      </span>
    </span>
  );
}
