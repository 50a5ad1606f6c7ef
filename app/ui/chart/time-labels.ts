const day = 86_400_000;
const minute = 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions, zone: string | undefined): Intl.DateTimeFormat {
  const key = `${JSON.stringify(options)} ${zone}`;
  let known = formats.get(key);
  if (!known) {
    // Sweden writes dates and times as ISO 8601 does.
    known = new Intl.DateTimeFormat('sv-SE', { ...options, ...(zone ? { timeZone: zone } : {}) });
    formats.set(key, known);
  }
  return known;
}

const two = '2-digit' as const;

/**
 * What stands at the ticks of an axis of time: as much of the time as tells one tick from the next, and the date where
 * a day begins.
 *
 * `ticks` in milliseconds since 1970, `apart` between them; in the zone of whoever looks when none is given.
 */
export function timeLabels(ticks: readonly number[], apart: number, zone?: string): string[] {
  const clock = format({ hour: two, minute: two, ...(apart < minute ? { second: two } : {}) }, zone);
  const date = format({ year: 'numeric', month: two, day: two }, zone);
  return ticks.map((tick) => {
    const [time, written] = [clock.format(tick), date.format(tick)];
    if (apart >= 28 * day) return written.slice(0, 7);
    return apart >= day || /^00:00(?::00)?$/.test(time) ? written.slice(5) : time;
  });
}
