'use client';

import { useTranslations } from 'use-intl';
import type { DriftSide } from '../../../domain/drift/drift-item.ts';
import { cx } from '../../ui/class-names.ts';

const cell = 'px-2 py-0.5 text-left align-baseline first:pl-0';

/** A place seen from three sides, a line for each field that differs. */
export function DriftSides({ target, sides }: { readonly target: string; readonly sides: readonly DriftSide[] }) {
  const t = useTranslations('drift');
  const fields = useTranslations('change.fields');
  return (
    <table aria-label={target} className="w-full table-fixed border-separate border-spacing-0">
      <thead className="label-text">
        <tr>
          <th scope="col" className={cx(cell, 'font-normal')}>
            {t('field')}
          </th>
          <th scope="col" className={cx(cell, 'font-normal')}>
            {t('desired')}
          </th>
          <th scope="col" className={cx(cell, 'font-normal')} title={t('appliedWhy')}>
            {t('applied')}
          </th>
          <th scope="col" className={cx(cell, 'font-normal')}>
            {t('kernel')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sides.map(({ field, desired, applied, kernel }) => (
          <tr key={field}>
            <th scope="row" className={cx(cell, 'font-normal text-ink-2')}>
              {field === 'whole' ? t('whole') : fields(field)}
            </th>
            <td className={cell}>
              <Side value={desired} />
            </td>
            <td className={cell}>
              <Side value={applied} dim={applied === desired} />
            </td>
            <td className={cell}>
              <Side value={kernel} differs />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SideProps {
  readonly value: string | null;
  readonly dim?: boolean;
  readonly differs?: boolean;
}

function Side({ value, dim = false, differs = false }: SideProps) {
  const t = useTranslations('drift');
  const ink = differs ? 'font-medium text-warn' : dim ? 'text-ink-3' : 'text-ink';
  return value === null ? (
    <span className={differs ? ink : 'text-ink-3'}>{t('nothing')}</span>
  ) : (
    <span className={cx('figures break-words', ink)}>{value}</span>
  );
}
