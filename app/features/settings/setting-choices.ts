import { type SysctlName, sysctls } from '../../../domain/lvs/sysctl.ts';

/** The word of a value, as the message catalogues name it. */
export type ValueWord =
  | 'off'
  | 'on'
  | 'never'
  | 'automatic'
  | 'automaticNow'
  | 'always'
  | 'reuse0'
  | 'reuse1'
  | 'reuse2'
  | 'reuse3';

/** The kernel makes 2 of a 1 while memory is short; nobody sets it. */
const defence: Readonly<Record<number, ValueWord>> = { 0: 'never', 1: 'automatic', 3: 'always' };

const named: Partial<Record<SysctlName, Readonly<Record<number, ValueWord>>>> = {
  drop_entry: defence,
  drop_packet: defence,
  secure_tcp: defence,
  conn_reuse_mode: { 0: 'reuse0', 1: 'reuse1', 2: 'reuse2', 3: 'reuse3' },
};

/** The values that a setting can be chosen from, with their words; null where it is a number to be typed. */
export function settingChoices(
  name: SysctlName,
): readonly { readonly value: number; readonly word: ValueWord }[] | null {
  const words = named[name] ?? (sysctls[name].most === 1 ? ({ 0: 'off', 1: 'on' } as const) : null);
  return words && Object.entries(words).map(([value, word]) => ({ value: Number(value), word }));
}
