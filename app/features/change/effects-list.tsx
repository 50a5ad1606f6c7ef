'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Effect, Preview } from '../../../domain/display/preview.ts';
import { formatCount } from '../../lib/formats.ts';
import { StateWord } from '../../ui/state-word.tsx';

/** What a change means for live connections, in numbers. */
export function EffectsList({ preview }: { readonly preview: Extract<Preview, { ok: true }> }) {
  const t = useTranslations('change');
  const several = new Set(preview.effects.map((effect) => effect.director)).size > 1;
  return (
    <section aria-label={t('effects')}>
      <h3 className="mb-1 font-medium">{t('effects')}</h3>
      {preview.removesAll ? (
        <p>
          <StateWord tone="bad" icon={TriangleAlert}>
            {t('removesAll')}
          </StateWord>
        </p>
      ) : null}
      {preview.effects.length === 0 ? (
        <p className="text-ink-2">{t('noEffects')}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {preview.effects.map((effect) => (
            <li
              key={`${effect.director} ${effect.service} ${effect.kind} ${'destination' in effect ? effect.destination : ''}`}
              className={grave(effect) ? 'text-bad' : ''}
            >
              <EffectText effect={effect} />
              {several ? <span className="text-ink-3"> · {effect.director}</span> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const grave = (effect: Effect): boolean =>
  effect.kind === 'connections-lost' || effect.kind === 'no-destination-serves' || effect.kind === 'scheduler-too-old';

function EffectText({ effect }: { readonly effect: Effect }) {
  const t = useTranslations('change');
  switch (effect.kind) {
    case 'connections-stay':
      return t(effect.kind, { count: effect.activeConn, destination: effect.destination });
    case 'connections-lost':
      return t(effect.kind, {
        destination: effect.destination,
        active: formatCount(effect.activeConn),
        inactive: formatCount(effect.inactConn),
      });
    case 'persistent-clients-stay':
      return t(effect.kind, {
        count: effect.persistConn,
        destination: effect.destination,
        timeout: formatCount(effect.timeout),
      });
    case 'persistent-clients-move':
      return t(effect.kind, { count: effect.persistConn, destination: effect.destination });
    case 'no-destination-serves':
      return t(effect.kind, { service: effect.service });
    case 'scheduler-too-old': {
      const { director, kernel, scheduler, since } = effect;
      return t(effect.kind, { director, kernel, scheduler, since });
    }
    case 'udp-ages-out':
      return t(effect.kind, { destination: effect.destination, timeout: formatCount(effect.timeout) });
  }
}
