import { describe, expect, it } from 'vitest';
import { noSettings, settingsSchema } from '../../../domain/definition/settings.ts';
import { sysctlNames } from '../../../domain/lvs/sysctl.ts';
import { settings as chinese } from '../../messages/zh-CN/settings.ts';
import { settingChoices } from './setting-choices.ts';
import { sysctlGroups, sysctlsOfGroup } from './setting-groups.ts';
import { changedSettings, fieldOfSettingsPath, typedSettings, valuesOfSettings } from './settings-values.ts';

const some = settingsSchema.parse({
  timeouts: { tcp: 900, tcpfin: null, udp: 30 },
  sysctls: { conntrack: 0, drop_entry: 1, sync_threshold: 3, sync_period: 50 },
  drift: 'repair',
});

describe('the settings form', () => {
  it('gives back what a definition says, and leaves open what it leaves open', () => {
    for (const settings of [noSettings, some])
      expect(settingsSchema.parse(typedSettings(valuesOfSettings(settings, 1)))).toEqual(settings);
  });

  it('takes a setting that is cleared as left to the kernel, and 0 as a value', () => {
    const values = valuesOfSettings(some, 1);
    values.sysctls.drop_entry = ' ';
    values.sysctls.sloppy_tcp = '0';
    expect(settingsSchema.parse(typedSettings(values)).sysctls).toEqual({
      conntrack: 0,
      sloppy_tcp: 0,
      sync_threshold: 3,
      sync_period: 50,
    });
  });

  it('puts what is wrong beside its field', () => {
    const values = valuesOfSettings(some, 1);
    values.sysctls.sync_period = '2';
    values.timeouts.tcp = '0';
    const { error } = settingsSchema.safeParse(typedSettings(values));
    expect(error?.issues.map((issue) => fieldOfSettingsPath(issue.path))).toEqual([
      'timeouts.tcp',
      'sysctls.sync_threshold',
    ]);
    expect(fieldOfSettingsPath(['settings', 'sysctls', 'conntrack'])).toBe('sysctls.conntrack');
    expect(fieldOfSettingsPath(['services', 0])).toBeNull();
  });

  it('counts what was changed', () => {
    const values = valuesOfSettings(some, 1);
    expect(changedSettings(valuesOfSettings(some, 1), values)).toBe(0);
    values.drift = 'report';
    values.timeouts.udp = '';
    expect(changedSettings(valuesOfSettings(some, 1), values)).toBe(2);
  });

  it('has every setting in one group, explained', () => {
    expect(sysctlGroups.flatMap((group) => sysctlsOfGroup[group]).toSorted()).toEqual(sysctlNames.toSorted());
    for (const name of sysctlNames) expect(chinese.sysctls[name].length, name).toBeGreaterThan(8);
  });

  it('offers only values that the schema takes', () => {
    for (const name of sysctlNames)
      for (const { value } of settingChoices(name) ?? [])
        expect(settingsSchema.safeParse({ sysctls: { [name]: value } }).success, `${name} ${value}`).toBe(true);
  });
});
