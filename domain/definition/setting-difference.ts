import { type DifferenceRow, placeId } from './difference-row.ts';
import { flatSettings, type SettingName, settingField, settingText } from './flat-settings.ts';
import type { Settings } from './settings.ts';

/** The settings that came, went or have another value; a setting that is left to the kernel is not there. */
export function settingRows(before: Settings, after: Settings): DifferenceRow[] {
  const was = flatSettings(before);
  const becomes = flatSettings(after);
  const names = new Set([...was.keys(), ...becomes.keys()]);
  return [...names].flatMap((name) => {
    const old = textOf(was, name);
    const now = textOf(becomes, name);
    if (old === now) return [];
    const both = old !== null && now !== null;
    const place = { what: 'setting', service: null, destination: null, name } as const;
    return {
      id: placeId(place),
      ...place,
      kind: both ? ('changed' as const) : old === null ? ('added' as const) : ('removed' as const),
      before: old,
      after: now,
      fields: both ? [{ field: settingField(name), before: old, after: now }] : [],
    };
  });
}

function textOf(flat: ReturnType<typeof flatSettings>, name: SettingName): string | null {
  const value = flat.get(name);
  return value === undefined ? null : settingText(name, value);
}
