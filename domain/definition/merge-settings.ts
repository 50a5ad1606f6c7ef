import type { ClashJudge, Sides } from './clash.ts';
import { flatSettings, settingField, settingsFrom, settingText } from './flat-settings.ts';
import { mergeKeyed } from './merge-keyed.ts';
import type { Settings } from './settings.ts';

/** The settings of both sides, each by itself; leaving one to the kernel is a change like any other. */
export function mergeSettings(judge: ClashJudge, { base, mine, theirs }: Sides<Settings>): Settings {
  const entries = (settings: Settings) => [...flatSettings(settings)];
  const merged = mergeKeyed(
    { base: entries(base), mine: entries(mine), theirs: entries(theirs) },
    ([name]) => name,
    (sides) => {
      const name = (sides.theirs ?? sides.mine)?.[0];
      if (!name) return undefined;
      const place = { what: 'setting', service: null, destination: null, name } as const;
      return sides[judge.sideOf(place, settingField(name), sides, ([, value]) => settingText(name, value))];
    },
  );
  return settingsFrom(new Map(merged));
}
