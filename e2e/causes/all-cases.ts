import { clientCases } from './cases/clients.ts';
import { pairCases } from './cases/pair.ts';
import { pathCases } from './cases/paths.ts';
import { quiescedCases } from './cases/quiesced.ts';
import { standingCases } from './cases/standing.ts';
import { udpCases } from './cases/udp.ts';
import { verdictCases } from './cases/verdicts.ts';

/** All that is made on the real kernel, by the number of its cause. */
export const allCases = [
  ...clientCases,
  ...standingCases,
  ...verdictCases,
  ...pathCases,
  ...quiescedCases,
  ...udpCases,
  ...pairCases,
].toSorted((a, b) => (a.number ?? 99) - (b.number ?? 99));
