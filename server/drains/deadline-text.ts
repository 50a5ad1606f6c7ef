import type { DrainOverlay } from '../../domain/overlay/overlay.ts';

/** One text for a drain with its deadline: one that gets another deadline is watched anew. */
export const deadlineText = ({ id, deadline }: Pick<DrainOverlay, 'id' | 'deadline'>): string => `${id} ${deadline}`;
