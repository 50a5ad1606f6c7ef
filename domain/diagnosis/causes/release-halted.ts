import { unknownAfter } from '../../display/director-state.ts';
import type { DirectorRecord } from '../../display/records.ts';
import type { DirectorCause } from '../cause.ts';

/** A release that waits for people: of the whole cluster, and so said once, on the first director that is heard. */
export const releaseHalted: DirectorCause = {
  ...{ code: 'release-halted', severity: 'warning', dependsOn: ['unreachable'], showAfter: 0 },
  detect: ({ cluster, record, at }) => {
    const { release } = cluster;
    if (release?.status !== 'halted' || !release.halt) return [];
    if (cluster.directors.find((one) => isHeard(one, at)) !== record) return [];
    const { id, wave, halt } = release;
    return [{ body: { code: 'release-halted', release: id, wave: wave + 1, why: halt.kind }, about: id }];
  },
};

const isHeard = ({ connected, history }: DirectorRecord, at: number): boolean =>
  connected && history.latest !== null && at - history.latest.receivedAt <= unknownAfter;
