/** What a datetime field shows for a time of the URL: the viewer's own clock, `2026-11-23T09:15`; empty for none. */
export function localText(utc: string | null): string {
  const at = utc ? new Date(utc) : null;
  if (!at || Number.isNaN(at.getTime())) return '';
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The time of a datetime field as the URL has it, in UTC; empty for none. */
export function utcText(local: string): string {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? '' : at.toISOString();
}
