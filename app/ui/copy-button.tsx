'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { copyText } from './copy-text.ts';
import { useUiWords } from './words.tsx';

interface CopyButtonProps {
  readonly text: string;
  readonly label?: string;
}

/** Puts a text on the clipboard, and says that it did. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const words = useUiWords();
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), 2_000);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <Button
      icon={done ? <Check aria-hidden className="size-3.5" /> : <Copy aria-hidden className="size-3.5" />}
      onClick={() => {
        copyText(text);
        setDone(true);
      }}
    >
      <span aria-live="polite">{done ? words.copied : (label ?? words.copy)}</span>
    </Button>
  );
}
