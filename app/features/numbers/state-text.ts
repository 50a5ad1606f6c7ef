import type { DestinationState } from '../../../domain/display/destination-row.ts';

/** The values of a state's text: how many connections a drain has left. */
export const stateCount = (state: DestinationState): { count: string } => ({
  count: state.kind === 'draining' ? String(state.activeConn) : '',
});

/** When a sample came, for a copy of its numbers: an age would be wrong as soon as it is pasted. */
export const sampleTime = ({ receivedAt }: { readonly receivedAt: number | null }): string | null =>
  receivedAt === null ? null : new Date(receivedAt).toISOString();
