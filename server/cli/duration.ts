import { usage } from './exit-code.ts';

const seconds = { s: 1, m: 60, h: 3600, d: 86_400 };
type Unit = keyof typeof seconds;

/** Seconds of `90s`, `10m`, `1h30m` or `45`; refuses anything else, with the option's name. */
export function durationOf(text: string, option: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const parts = [...text.matchAll(/(\d{1,9})([smhd])/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text)
    throw usage(`--${option} ${text}: write a time such as 90s, 10m or 1h30m`);
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * seconds[unit as Unit], 0);
}

/** `1 h 30 min`, `45 s`: a time for people, to two units. */
export function durationText(total: number): string {
  const whole = Math.max(0, Math.round(total));
  const parts = [
    [Math.floor(whole / 3600), 'h'],
    [Math.floor((whole % 3600) / 60), 'min'],
    [whole % 60, 's'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).slice(0, 2);
  return said.length === 0 ? '0 s' : said.map(([count, unit]) => `${count} ${unit}`).join(' ');
}
