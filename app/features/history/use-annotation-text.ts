import { useTranslations } from 'use-intl';
import type { Annotation } from '../../../domain/history/history-answer.ts';
import { actionKey } from '../audit/action-key.ts';

/** Says what happened, to what, by whom and why: `drained rs2 · anna · “disk”`. */
export function useAnnotationText(): (annotation: Annotation) => string {
  const actions = useTranslations('audit.actions');
  return ({ action, resource, director, actor, reason }) => {
    const what = [actions(actionKey(action)), resource ?? director].filter(Boolean).join(' ');
    const who = actor === resource ? null : actor;
    return [what, who, reason && `“${reason}”`].filter(Boolean).join(' · ');
  };
}
