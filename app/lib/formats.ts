const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `12,758`: a count, thousands separated. */
export const formatCount = (count: number): string => whole.format(count);

/** `1,204.5`: a rate with one decimal, so that it never jumps width. */
export const formatRate = (rate: number): string => tenths.format(rate);

/** `1,204.5`: bytes a second as thousands of bytes. */
export const formatKilobytes = (bytes: number): string => tenths.format(bytes / 1000);

/** `33.3`: a share of 0–1 in percent. */
export const formatPercent = (share: number): string => tenths.format(share * 100);

/** `75 s`, `12 min`, `3 h`, `2 d`: a duration in its largest whole unit, from seconds. */
export function formatDuration(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}
