'use client';

import { useSyncExternalStore } from 'react';
import { useLocale } from 'use-intl';

const never = () => () => undefined;

/** A moment in the viewer's own zone, in UTC on hover. The server doesn't know the zone, so it writes UTC first. */
export function Time({ at }: { readonly at: number }) {
  const locale = useLocale();
  const here = useSyncExternalStore(never, () => true, () => false);
  const date = new Date(at);
  const utc = `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  const text = here
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', hour12: false }).format(date)
    : utc;
  return (
    <time dateTime={date.toISOString()} title={utc} className="whitespace-nowrap">
      {text}
    </time>
  );
}
