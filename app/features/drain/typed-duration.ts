const seconds: Readonly<Record<string, number>> = {
  ...{ s: 1, sec: 1, 秒: 1 },
  ...{ '': 60, m: 60, min: 60, 分: 60, 分钟: 60 },
  ...{ h: 3600, 小时: 3600, d: 86_400, 天: 86_400 },
};

/** The longest that a drain or a ramp may be told to take: 31 days. */
const longest = 2_678_400;

/** Whole seconds from `90 s`, `10 min`, `1.5 h`; a number alone is minutes. Null where it is none, or too long. */
export function typedDuration(text: string): number | null {
  const parts = /^(\d+(?:\.\d+)?)\s*(\D*)$/u.exec(text.trim().toLowerCase());
  const unit = seconds[(parts?.[2] ?? '').trim()];
  if (!parts || unit === undefined) return null;
  const whole = Math.round(Number(parts[1]) * unit);
  return whole >= 1 && whole <= longest ? whole : null;
}
