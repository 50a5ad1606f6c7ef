'use client';

import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import { useShortcuts } from './shortcuts.tsx';

interface FilterBoxProps {
  readonly label: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Narrows a table while one types. `/` goes there, Escape empties it. */
export function FilterBox({ label, clearLabel, value, onChange }: FilterBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useShortcuts({ '/': () => input.current?.focus() });
  return (
    <search className="relative inline-flex min-w-0 items-center">
      <Search aria-hidden className="pointer-events-none absolute left-2 size-3.5 text-ink-3" />
      <input
        ref={input}
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          onChange('');
          event.currentTarget.blur();
        }}
        className="h-7 w-56 max-w-full rounded-sm border border-line-strong bg-panel px-7 placeholder:text-ink-3 pointer-coarse:h-9 pointer-coarse:text-[16px]"
      />
      {value ? (
        <button
          type="button"
          aria-label={clearLabel}
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
          className="absolute right-1 grid size-5 place-items-center rounded-sm text-ink-2 hover:bg-hover"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </search>
  );
}
