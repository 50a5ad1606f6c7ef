import type { DirectorCause, ServiceCause } from './cause.ts';
import { directorsInStep, sharedRealServer } from './causes/across.ts';
import { agentTrouble, applyFailed, intentRefused, unreachable } from './causes/agent.ts';
import { allChecksFail, checkFails, guardKeepsFailing } from './causes/checks.ts';
import { flapping, unevenAfterFailover } from './causes/coming-and-going.ts';
import { cameBack, inactiveUneven, longLivedConnections } from './causes/connections-that-stay.ts';
import { hashFewSources, hashOneDestination } from './causes/hash.ts';
import { newcomerGetsAll, slowerServer } from './causes/least-connection.ts';
import { drainPastDeadline } from './causes/past-deadline.ts';
import { persistenceNetmask, persistenceWithLeastConnection, skewPersistence } from './causes/persistence.ts';
import { drainHeldByPersistence, quiescedByReusedPorts, quiescedByTemplates } from './causes/quiesced.ts';
import { releaseHalted } from './causes/release-halted.ts';
import { returnPathDirect, returnPathMasquerading } from './causes/return-path.ts';
import { skew } from './causes/skew.ts';
import { drift, foreignInTheWay, noDestinationServes, settingUnsupported } from './causes/table.ts';
import { trafficVanished } from './causes/traffic-vanished.ts';
import { udpClump } from './causes/udp-clump.ts';
import { upperThreshold } from './causes/upper-threshold.ts';

/** All that can be wrong with a director as a whole, in the order in which it is said. */
export const directorCauses: readonly DirectorCause[] = [
  unreachable,
  agentTrouble,
  intentRefused,
  applyFailed,
  foreignInTheWay,
  settingUnsupported,
  drift,
  directorsInStep,
  sharedRealServer,
  drainPastDeadline,
  releaseHalted,
];

/** All that can be wrong with a virtual service on a director. */
export const serviceCauses: readonly ServiceCause[] = [
  noDestinationServes,
  allChecksFail,
  guardKeepsFailing,
  checkFails,
  returnPathMasquerading,
  returnPathDirect,
  trafficVanished,
  flapping,
  unevenAfterFailover,
  upperThreshold,
  persistenceNetmask,
  persistenceWithLeastConnection,
  skewPersistence,
  hashFewSources,
  hashOneDestination,
  udpClump,
  newcomerGetsAll,
  cameBack,
  longLivedConnections,
  inactiveUneven,
  slowerServer,
  skew,
  drainHeldByPersistence,
  quiescedByTemplates,
  quiescedByReusedPorts,
];
