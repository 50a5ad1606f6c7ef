'use client';

import { useTranslations } from 'use-intl';
import { Segments } from '../../ui/segments.tsx';
import { useShownAs } from './use-shown-as.ts';

/** Turns a page's table into what `ipvsadm -Ln` would print, and back. */
export function ShownAsSwitch() {
  const t = useTranslations('listing');
  const { as, setAs } = useShownAs();
  return (
    <Segments
      label={t('as')}
      value={as}
      onChoose={(next) => void setAs(next)}
      choices={[
        { value: 'table', label: t('table') },
        { value: 'ipvsadm', label: <span className="figures">{t('ipvsadm')}</span> },
      ]}
    />
  );
}
