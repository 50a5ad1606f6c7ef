import type { ComponentProps } from 'react';
import { cx } from './class-names.ts';

const box =
  'w-full min-w-0 rounded-sm border border-line-strong bg-panel text-ink placeholder:text-ink-3 aria-invalid:border-bad ' +
  'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-3 ' +
  // 16 px on touch: smaller, and a phone zooms the page on focus.
  'pointer-coarse:text-[16px]';

/** A line of text. `figures` for addresses and numbers. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={cx(box, 'h-7 px-2 pointer-coarse:h-9', className)} />;
}

export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select {...rest} className={cx(box, 'h-7 px-1.5 pointer-coarse:h-9', className)} />;
}

export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...rest} className={cx(box, 'min-h-14 px-2 py-1.5', className)} />;
}
