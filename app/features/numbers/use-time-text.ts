import { useLocale } from 'use-intl';

/** Writes a moment in the viewer's own zone. For texts that only ever appear in the browser. */
export function useTimeText(): (at: number) => string {
  const locale = useLocale();
  return (at) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', hour12: false }).format(at);
}
