import type { Spread } from '../balance/spread.ts';
import type { BalanceVerdict } from '../balance/verdict.ts';
import type { ServiceDefinition } from '../definition/service-definition.ts';
import type { DriftPolicy } from '../definition/settings.ts';
import type { Finding } from '../diagnosis/finding.ts';
import type { AcceptedRow, DriftItem } from '../drift/drift-item.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import type { KernelSettings } from '../lvs/sysctl.ts';
import type { VirtualService } from '../lvs/table.ts';
import type { DirectorFacts } from '../observation/observation.ts';
import type { Overlay } from '../overlay/overlay.ts';
import type { ReleaseBrief } from '../release/release-view.ts';
import type { StepResult } from '../wire/messages.ts';
import type { DestinationRow, DestinationState } from './destination-row.ts';
import type { DirectorHead } from './director-state.ts';
import type { DrainProgress, ReturnProgress } from './drain-progress.ts';

/** Every view says when the console made it, in milliseconds since 1970 on its clock: ages count from there. */
interface View {
  readonly at: number;
}

export interface OverviewView extends View {
  /** Worst first. */
  readonly findings: readonly (Finding & { readonly cluster: string })[];
  /** Those in which most is wrong first, then the busiest. */
  readonly clusters: readonly ClusterRow[];
  /** The busiest virtual services of all clusters, the busiest first. */
  readonly busiest: readonly (ServiceRow & { readonly cluster: string })[];
}

export interface ClusterRow {
  readonly name: string;
  readonly directors: readonly DirectorHead[];
  readonly services: number;
  readonly realServers: RealServerCount;
  /** Of the busiest director: a pair is never added up, as a backup shows the master's connections too. */
  readonly cps: number | null;
  readonly activeConn: number | null;
  readonly cpsHistory: readonly (number | null)[];
  readonly skewed: number;
  readonly receivedAt: number | null;
}

export interface RealServerCount {
  readonly serving: number;
  readonly draining: number;
  readonly out: number;
  readonly unknown: number;
}

export interface ClusterView extends View {
  readonly name: string;
  readonly revision: number;
  readonly generation: number;
  readonly overlays: readonly Overlay[];
  readonly directors: readonly DirectorHead[];
  /** How the kernels of the directors are set, in the same order. */
  readonly kernels: readonly DirectorKernel[];
  readonly services: readonly ServiceRow[];
  readonly realServers: readonly RealServerRow[];
  readonly findings: readonly Finding[];
  readonly applies: readonly ApplyProgress[];
  /** The newest revision on its way by way of a first director; null when no director is held back. */
  readonly rollout: RolloutView | null;
  /** The release that goes on; null when none does. */
  readonly release: ReleaseBrief | null;
}

/** What decides whether a definition fits a director's kernel. */
export interface DirectorKernel {
  readonly director: string;
  /** `uname -r`; null before the director told of it. */
  readonly release: string | null;
  /** Null when they are not known now. */
  readonly settings: KernelSettings | null;
  /** When they came, in milliseconds since 1970 on the console's clock; null before the first. */
  readonly receivedAt: number | null;
}

export interface RolloutView {
  readonly revision: number;
  readonly generation: number;
  /** The director that goes first. */
  readonly first: string;
  /** `first`: it is on its way to the first one. `stopped`: it failed there, and people decide. */
  readonly state: 'first' | 'stopped';
  /** The directors that keep the revision before. */
  readonly waiting: readonly string[];
  readonly previousRevision: number;
}

export interface ServiceRow {
  readonly key: ServiceKeyText;
  readonly slug: string;
  readonly name: string;
  /** As `ipvsadm -Ln` prints it: `wrr persistent 300`. */
  readonly config: string;
  readonly destinations: number;
  readonly serving: number;
  /** Of the busiest director. */
  readonly director: string | null;
  readonly cps: number | null;
  readonly activeConn: number | null;
  readonly inactConn: number | null;
  readonly cpsHistory: readonly (number | null)[];
  readonly verdict: BalanceVerdict;
  readonly receivedAt: number | null;
}

export interface RealServerRow {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly labels: readonly string[];
  readonly services: number;
  readonly state: DestinationState;
  readonly activeConn: number | null;
  readonly inactConn: number | null;
  readonly persistConn: number | null;
  readonly cps: number | null;
  readonly cpsHistory: readonly (number | null)[];
  readonly outBy: readonly Overlay[];
  /** How far it is on its way out, over all its places; null when no drain lies over any. */
  readonly drain: DrainProgress | null;
  /** How far it is on its way back; null when it isn't. */
  readonly returning: ReturnProgress | null;
  /** Whose numbers these are: the director where they are highest. */
  readonly director: string | null;
  readonly receivedAt: number | null;
}

export interface ServiceView extends View {
  readonly cluster: string;
  readonly key: ServiceKeyText;
  readonly slug: string;
  readonly config: string;
  /** Null for a service that only a kernel has. */
  readonly definition: ServiceDefinition | null;
  readonly revision: number;
  readonly directors: readonly ServiceOnDirector[];
  readonly findings: readonly Finding[];
}

export interface ServiceOnDirector {
  readonly director: DirectorHead;
  readonly owned: boolean;
  /** As `ipvsadm -Ln` prints it of this kernel; null when it is not there or not known. */
  readonly kernelConfig: string | null;
  readonly verdict: BalanceVerdict;
  /** How evenly the connections that the verdict rests on fell; null where none did. */
  readonly spread: Spread | null;
  /** Whether the VIP stands on this director; null for a fwmark or when unknown. */
  readonly vipActive: boolean | null;
  readonly expireQuiescentTemplate: boolean | null;
  readonly destinations: readonly DestinationRow[];
  readonly totals: Totals;
}

export interface Totals {
  readonly activeConn: number | null;
  readonly inactConn: number | null;
  readonly persistConn: number | null;
  readonly cps: number | null;
  readonly inRate: number | null;
  readonly outRate: number | null;
}

export interface RealServerView extends View {
  readonly cluster: string;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly labels: readonly string[];
  readonly outBy: readonly Overlay[];
  /** As in `RealServerRow`. */
  readonly drain: DrainProgress | null;
  readonly returning: ReturnProgress | null;
  readonly places: readonly RealServerPlace[];
  readonly findings: readonly Finding[];
}

/** One destination of a real server: where it stands, on which director. */
export interface RealServerPlace {
  readonly director: DirectorHead;
  readonly service: ServiceKeyText;
  readonly serviceName: string;
  readonly slug: string;
  readonly persistenceTimeout: number | null;
  readonly expireQuiescentTemplate: boolean | null;
  readonly row: DestinationRow;
}

export interface DirectorView extends View {
  readonly director: DirectorHead;
  readonly facts: DirectorFacts | null;
  readonly agentVersion: string | null;
  readonly trouble: string | null;
  readonly services: readonly DirectorService[];
  readonly findings: readonly Finding[];
  readonly applies: readonly ApplyProgress[];
  /** Where its kernel differs from what is desired; empty while an intent is on its way or the kernel is unknown. */
  readonly drift: readonly DriftItem[];
  /** All places that differ; `drift` has the first 500 of them. */
  readonly driftTotal: number;
  /** Hand edits that people decided to leave. */
  readonly accepted: readonly AcceptedRow[];
  readonly driftPolicy: DriftPolicy;
  /** Defined sysctls that its kernel doesn't have. */
  readonly unsupported: readonly string[];
  /** The whole table as `ipvsadm -Ln` would print it; null when it is not known. */
  readonly ipvsadm: string | null;
}

/** A director's table as its kernel has it, ours and foreign. */
export interface KernelTable extends View {
  readonly director: DirectorHead;
  /** Null when it is not known now. */
  readonly services: readonly VirtualService[] | null;
  /** Those of the services that Shoal doesn't own. */
  readonly foreign: readonly ServiceKeyText[];
  readonly settings: KernelSettings | null;
}

export interface DirectorService {
  readonly key: ServiceKeyText;
  readonly slug: string;
  readonly name: string | null;
  readonly config: string;
  readonly standing: 'ours' | 'foreign' | 'drifted' | 'missing';
  readonly destinations: readonly DestinationRow[];
}

/** An intent on its way to one director: requested → sent → applying → done, with the kernel's read-back. */
export interface ApplyProgress {
  readonly director: string;
  readonly generation: number;
  /** `waiting`: held back until the first director has applied it. `superseded`: a newer intent went in its place. */
  readonly phase: 'waiting' | 'superseded' | 'requested' | 'sent' | 'applying' | 'applied' | 'failed' | 'refused';
  readonly total: number | null;
  readonly steps: readonly StepResult[];
  readonly readBack: 'agrees' | 'differs' | 'unread' | null;
  readonly detail: string | null;
  /** Milliseconds since 1970 on the console's clock. */
  readonly requestedAt: number;
  readonly endedAt: number | null;
}
