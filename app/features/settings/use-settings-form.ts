import { useForm } from 'react-hook-form';
import { type Settings, settingsSchema } from '../../../domain/definition/settings.ts';
import { schemaResolver } from '../../lib/schema-resolver.ts';
import { fieldOfSettingsPath, type SettingsValues, typedSettings, valuesOfSettings } from './settings-values.ts';

/** The form of a cluster's settings, filled with those that revision `base` defines. */
export function useSettingsForm(settings: Settings, base: number) {
  return useForm<SettingsValues, unknown, { checked: Settings }>({
    defaultValues: valuesOfSettings(settings, base),
    resolver: schemaResolver({ schema: settingsSchema, typed: typedSettings, fieldOf: fieldOfSettingsPath }),
    // Not when a field is left: what appears then moves the button that is being pressed.
    mode: 'onChange',
    delayError: 600,
  });
}

export type SettingsForm = ReturnType<typeof useSettingsForm>;
