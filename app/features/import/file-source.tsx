'use client';

import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { TextArea } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';

interface FileSourceProps {
  readonly onBytes: (name: string, bytes: ArrayBuffer) => void;
}

/** A file that is dropped or chosen, or a text that is pasted. */
export function FileSource({ onBytes }: FileSourceProps) {
  const t = useTranslations('importFile');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [text, setText] = useState('');

  const take = async (file: File | undefined) => {
    if (file) onBytes(file.name, await file.arrayBuffer());
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <div className="flex flex-col gap-3">
      {/* The button inside does the same by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        aria-label={t('file')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={cx(
          'flex min-h-24 flex-wrap items-center justify-center gap-x-3 gap-y-2 rounded-sm border border-dashed px-4 py-4',
          over ? 'border-accent bg-accent-wash' : 'border-line-strong',
        )}
      >
        <FileUp aria-hidden className="size-5 text-ink-3" />
        <span className="text-ink-2">{over ? t('dropNow') : t('drop')}</span>
        <Button look="primary" onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
        <input
          ref={input}
          type="file"
          tabIndex={-1}
          aria-label={t('choose')}
          className="hidden"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            // The same file again is a choice too.
            event.target.value = '';
          }}
        />
      </section>
      <Field label={t('paste')} note={t('pasteNote')}>
        {(control) => (
          <TextArea
            {...control}
            rows={10}
            value={text}
            spellCheck={false}
            autoCapitalize="none"
            className="figures"
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '')
                onBytes(t('pastedName'), bytesOf(text));
            }}
          />
        )}
      </Field>
      <div>
        <Button
          offBecause={text.trim() === '' ? t('pasteFirst') : null}
          onClick={() => onBytes(t('pastedName'), bytesOf(text))}
        >
          {t('readPasted')}
        </Button>
      </div>
    </div>
  );
}

const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer as ArrayBuffer;
