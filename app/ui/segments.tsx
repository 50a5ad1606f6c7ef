'use client';

import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: ReactNode }[];
  readonly onChoose: (value: Value) => void;
}

/** A switch between a few views of the same thing. */
export function Segments<Value extends string>({ label, value, choices, onChoose }: SegmentsProps<Value>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        if (next) onChoose(next as Value);
      }}
      className="inline-flex max-w-full overflow-x-auto rounded-sm border border-line-strong"
    >
      {choices.map((choice) => (
        <ToggleGroup.Item
          key={choice.value}
          value={choice.value}
          className="inline-flex h-6.5 shrink-0 items-center gap-1.5 whitespace-nowrap border-line-strong border-l px-2.5 text-ink-2 first:border-l-0 hover:bg-hover data-[state=on]:bg-accent-wash data-[state=on]:font-medium data-[state=on]:text-ink pointer-coarse:h-9"
        >
          {choice.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
