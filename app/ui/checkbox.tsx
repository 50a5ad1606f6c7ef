import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from './class-names.ts';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  readonly label: ReactNode;
  /** Only for people who can't see it: in a table, where the row says what it is. */
  readonly hideLabel?: boolean;
}

export function Checkbox({ label, hideLabel = false, className, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <span className={cx('inline-flex items-center gap-2', className)}>
      <input {...rest} id={id} type="checkbox" className="size-3.5 shrink-0 accent-accent pointer-coarse:size-5" />
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-ink'}>
        {label}
      </label>
    </span>
  );
}
