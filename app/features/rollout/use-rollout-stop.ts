import { useTranslations } from 'use-intl';
import type { ClusterView, RolloutView } from '../../../domain/display/views.ts';

/** Why a rollout doesn't get on at its first director, in words; null while nothing is wrong. */
export function useRolloutStop(view: ClusterView, { first, generation }: RolloutView): string | null {
  const t = useTranslations('rollout');
  const apply = view.applies.find((one) => one.director === first && one.generation === generation);
  const failed = apply?.steps.find((step) => step.outcome === 'failed');
  if (failed) return t('whyLine', { line: failed.line, error: failed.error ?? '' });
  if (apply?.detail) return t('why', { first, detail: apply.detail });
  const head = view.directors.find(({ name }) => name === first);
  return head && (head.state === 'unreachable' || head.state === 'never-seen') ? t('unreachable', { first }) : null;
}
