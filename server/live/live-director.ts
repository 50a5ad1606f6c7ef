import type { Health } from '../../domain/checks/health.ts';
import { nobodyOut, type OutByHealth } from '../../domain/checks/out-by-health.ts';
import { type DesiredTable, desiredTable } from '../../domain/desired/desired-table.ts';
import { DirectorMemory } from '../../domain/diagnosis/director-memory.ts';
import type { Finding } from '../../domain/diagnosis/finding.ts';
import { newestApply } from '../../domain/display/newest-apply.ts';
import type { DirectorRecord } from '../../domain/display/records.ts';
import type { ApplyProgress } from '../../domain/display/views.ts';
import type { AcceptedDrift } from '../../domain/drift/accepted-drift.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import { History } from '../../domain/observation/history.ts';
import type { DirectorFacts } from '../../domain/observation/observation.ts';
import { RepairTally } from '../drift/repair-tally.ts';
import { FlipTally } from '../health/flip-tally.ts';
import type { Left, StoredDirector } from './stored-director.ts';

/** Applies that are kept in memory of each director. */
export const keptApplies = 10;

/** A director as the console knows it now. Its link and its messages change it; `record` is what views are made of. */
export class LiveDirector {
  readonly id: string;
  readonly name: string;
  readonly publicKey: string;
  readonly history = new History();
  readonly memory = new DirectorMemory(this.history);
  simulated: boolean;
  connected = false;
  lastSeen: number | null;
  held: number;
  applied: number;
  agentVersion: string | null;
  facts: DirectorFacts | null = null;
  owned: ReadonlySet<ServiceKeyText> = new Set();
  health: ReadonlyMap<string, Health> = new Map();
  outByHealth: OutByHealth = nobodyOut;
  /** What its checks turned and the audit log doesn't know yet. */
  readonly flips = new FlipTally();
  /** What the agent says that it can't do now. */
  agentTrouble: string | null = null;
  /** Why the console closed its last link; null once it is heard again. */
  linkTrouble: string | null = null;
  refusal: DirectorRecord['refusal'] = null;
  findings: readonly Finding[] = [];
  bootId: string | null;
  /** Whether the audit log's last word is that it drifted. */
  drifted: boolean;
  /** When its drift began, in milliseconds since 1970; null while there is none. */
  driftSince: number | null = null;
  /** What its agent put right by itself and the audit log doesn't know yet. */
  readonly repairs = new RepairTally();
  /** The newest intent that is meant for it while it waits for a first director; null while it waits for none. */
  heldBackAt: number | null;
  /** The intent that is confined to some targets here; null when none is. */
  confinedTo: number | null;
  accepted: readonly AcceptedDrift[];
  /** What was sent to it last. */
  sent: Left | null = null;
  #left: Left | null;
  #leftTable: { readonly out: OutByHealth; readonly table: DesiredTable } | null = null;
  #applies: readonly ApplyProgress[];

  constructor(stored: StoredDirector) {
    this.id = stored.id;
    this.name = stored.name;
    this.publicKey = stored.publicKey;
    this.simulated = stored.simulated;
    this.lastSeen = stored.lastSeen;
    this.held = stored.held;
    this.applied = stored.applied;
    this.agentVersion = stored.agentVersion;
    this.bootId = stored.bootId;
    this.drifted = stored.drifted;
    this.heldBackAt = stored.heldBackAt;
    this.confinedTo = stored.confinedTo;
    this.accepted = stored.accepted;
    this.#left = stored.left;
    this.#applies = stored.applies;
    const newest = newestApply(stored);
    if (newest?.phase === 'refused') this.refusal = refusalOf(newest);
  }

  /** Newest first. */
  get applies(): readonly ApplyProgress[] {
    return this.#applies;
  }

  applyOf(generation: number): ApplyProgress | undefined {
    return this.#applies.find((apply) => apply.generation === generation);
  }

  /** Takes an apply as it is now, in the place of the same generation's. */
  setApply(apply: ApplyProgress): void {
    const others = this.#applies.filter((other) => other.generation !== apply.generation);
    this.#applies = [...others, apply].sort((a, b) => b.generation - a.generation).slice(0, keptApplies);
  }

  /** An intent that was just written, at `at`. */
  request(generation: number, at: number, phase: 'requested' | 'waiting' = 'requested'): void {
    this.setApply({
      director: this.name,
      generation,
      phase,
      total: null,
      steps: [],
      readBack: null,
      detail: null,
      requestedAt: at,
      endedAt: null,
    });
  }

  /** Ends older applies in these phases, because a newer intent went in their place. */
  supersede(below: number, phases: readonly ApplyProgress['phase'][], at: number): void {
    this.#applies = this.#applies.map((apply) =>
      apply.generation < below && phases.includes(apply.phase) ? { ...apply, phase: 'superseded', endedAt: at } : apply,
    );
  }

  /** Takes that the apply of this intent ended well. */
  hasApplied(generation: number): void {
    this.applied = Math.max(this.applied, generation);
    if (this.sent?.generation !== generation) return;
    this.#left = this.sent;
    this.#leftTable = null;
  }

  /** What the last apply that ended well left; null when the console doesn't know. */
  get lastApplied(): DesiredTable | null {
    const { outByHealth: out } = this;
    if (!this.#left) return null;
    const { definition, overlays, accepted } = this.#left;
    // What checks took out since then is the director's own doing, and no drift.
    if (this.#leftTable?.out !== out)
      this.#leftTable = { out, table: desiredTable(definition, overlays, accepted, out) };
    return this.#leftTable.table;
  }

  /** What an agent told of its apply; nothing when the console doesn't know that generation. */
  progress(generation: number, more: Partial<ApplyProgress>): ApplyProgress | null {
    const apply = this.applyOf(generation);
    if (!apply) return null;
    const progressed = { ...apply, ...more };
    this.setApply(progressed);
    return progressed;
  }

  record(cluster: string, wanted: number): DirectorRecord {
    const { name, simulated, connected, lastSeen, held, applied, agentVersion } = this;
    const { history, memory, facts, owned, health, outByHealth, accepted, refusal, applies, findings } = this;
    const trouble = this.agentTrouble ?? this.linkTrouble;
    const tableLeft = () => this.lastApplied;
    return {
      ...{ name, cluster, simulated, connected, lastSeen, wanted, held, applied, agentVersion },
      ...{ history, memory, facts, owned, health, outByHealth, accepted, trouble, refusal, applies, findings },
      // Asked for where there is drift, and as large as the definition: not to be worked out for every director.
      get lastApplied() {
        return tableLeft();
      },
    };
  }
}

/** The refusal that an apply's detail holds, as `code: detail`. */
export function refusalOf(apply: ApplyProgress): { code: string; detail: string } {
  const [code = '', ...detail] = (apply.detail ?? '').split(': ');
  return { code, detail: detail.join(': ') };
}
