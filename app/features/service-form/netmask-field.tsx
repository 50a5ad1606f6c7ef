'use client';

import { useTranslations } from 'use-intl';
import { formatCount } from '../../lib/formats.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Input } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { Presets } from '../../ui/presets.tsx';
import { commonNetmasks, ipv4Together, longestNetmask, typedFamily } from './netmask.ts';
import type { ServiceForm } from './use-service-form.ts';

/** How many clients count as one for persistence, in bits, with what that means. */
export function NetmaskField({ form }: { readonly form: ServiceForm }) {
  const t = useTranslations('serviceForm');
  const model = useTranslations('model');
  const problem = useProblemText();
  const values = form.watch();
  const family = typedFamily(values);
  const longest = longestNetmask(family);
  const meaning = () => {
    const bits = Number(values.netmask);
    if (bits === longest) return model('netmaskOneClient');
    if (family === 'ipv6') return bits >= 1 && bits < longest ? model('netmaskNetwork') : null;
    const together = ipv4Together(values.netmask);
    return together && model('netmaskTogether', { mask: together.mask, count: formatCount(together.count) });
  };
  return (
    <Field
      label={t('netmask')}
      error={problem(form.formState.errors.netmask)}
      note={meaning() ?? model('netmaskFamily', { longest: String(longest) })}
    >
      {(control) => (
        <>
          <Input
            {...control}
            {...form.register('netmask')}
            className="figures"
            inputMode="numeric"
            autoComplete="off"
          />
          <Presets
            label={model('presets')}
            value={values.netmask}
            choices={commonNetmasks(family).map((bits) => ({
              value: String(bits),
              label: bits === longest ? model('oneClient') : `/${bits}`,
            }))}
            onChoose={(value) => form.setValue('netmask', value, { shouldDirty: true, shouldValidate: true })}
          />
        </>
      )}
    </Field>
  );
}
