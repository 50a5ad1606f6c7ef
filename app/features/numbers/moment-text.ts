const formats = new Map<string | undefined, Intl.DateTimeFormat>();

/**
 * `2026-11-23 01:15:31`: a time that sorts as text and reads the same in every language.
 *
 * `at` in milliseconds since 1970; in the zone of whoever looks when none is given.
 */
export function momentText(at: number, zone?: string): string {
  let format = formats.get(zone);
  if (!format) {
    // Sweden writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'short',
      timeStyle: 'medium',
      ...(zone ? { timeZone: zone } : {}),
    });
    formats.set(zone, format);
  }
  return format.format(at);
}
