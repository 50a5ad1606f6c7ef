'use client';

import { type RefObject, useMemo, useRef } from 'react';

interface TextEditorProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Lines to point at, counted from 1. */
  readonly marked: ReadonlySet<number>;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly readOnly?: boolean;
}

/** Pixels of a line, and above the first. */
const lineHeight = 19;
const topSpace = 8;

/** A long text with the numbers of its lines. */
export function TextEditor({ label, value, onChange, marked, area, readOnly = false }: TextEditorProps) {
  const gutter = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => value.split('\n').length, [value]);
  const numbers = useMemo(() => Array.from({ length: lines }, (_, index) => index + 1).join('\n'), [lines]);
  return (
    <div className="flex h-[max(320px,calc(100dvh-300px))] border bg-sunken focus-within:border-accent">
      <div
        ref={gutter}
        aria-hidden
        className="figures relative shrink-0 select-none overflow-hidden border-r py-2 text-right text-ink-3"
        style={{ lineHeight: `${lineHeight}px`, width: `${Math.max(4, String(lines).length + 2)}ch` }}
      >
        {[...marked].map((line) => (
          <div
            key={line}
            className="absolute inset-x-0 bg-bad-wash pr-1.5 font-medium text-bad"
            style={{ top: topSpace + (line - 1) * lineHeight }}
          >
            {line}
          </div>
        ))}
        {/* Below the last number, as much as the bar that the text scrolls with. */}
        <pre className="whitespace-pre pr-1.5 pb-8 font-[inherit]">{numbers}</pre>
      </div>
      <textarea
        ref={area}
        aria-label={label}
        value={value}
        readOnly={readOnly}
        wrap="off"
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onScroll={(event) => {
          if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
        }}
        className="figures min-w-0 flex-1 resize-none whitespace-pre bg-transparent px-2 py-2 outline-none"
        style={{ lineHeight: `${lineHeight}px` }}
      />
    </div>
  );
}

/** Puts the cursor at the start of a line, counted from 1, and shows it. */
export function goToLine(area: HTMLTextAreaElement | null, line: number): void {
  if (!area) return;
  const before = area.value.split('\n').slice(0, Math.max(0, line - 1));
  const at = before.reduce((sum, text) => sum + text.length + 1, 0);
  area.focus();
  area.setSelectionRange(at, at);
  area.scrollTop = Math.max(0, (line - 6) * lineHeight);
}
