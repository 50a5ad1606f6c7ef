import { flatSettings, type SettingName, settingsFrom } from '../definition/flat-settings.ts';
import { type Settings, settingsSchema } from '../definition/settings.ts';
import { ok, type Result, refused } from '../result.ts';
import type { Stands } from './accepted-drift.ts';
import { refusalCode } from './refusal-code.ts';

/** The settings with what stands in a kernel; a code when they say so already, or can't. */
export function adoptedSettings(settings: Settings, stands: readonly Stands[]): Result<Settings> {
  const flat = new Map(flatSettings(settings));
  const differing = stands.flatMap((one) =>
    one.what === 'setting' && flat.get(one.name as SettingName) !== one.stands ? [one] : [],
  );
  if (differing.length === 0) return refused('defined-so-already');
  for (const { name, stands: value } of differing) flat.set(name as SettingName, value);
  const checked = settingsSchema.safeParse(settingsFrom(flat));
  return checked.success ? ok(checked.data) : refused(refusalCode(checked.error));
}
