import type { Finding } from '../../domain/diagnosis/finding.ts';
import type { ClusterView } from '../../domain/display/views.ts';
import type { ConsoleCaller } from '../console/console-caller.ts';

/** Seconds after which nobody waits any more. Not a bound that is tested: only so that a run ends. */
const patience = 300;

/** What the console says of its clusters, asked once a second as a browser is told it, and all that it has said so far. */
export interface Watch {
  /** The clusters as they are now. */
  readonly clusters: readonly ClusterView[];
  /** Each finding as it was said first, by its id. */
  readonly said: ReadonlyMap<string, Finding>;
  /** Resolves with the first answer of `look` that isn't undefined; throws with `what` when none came for too long. */
  until<Answer>(what: string, look: (clusters: readonly ClusterView[]) => Answer | undefined): Promise<Answer>;
  /** Resolves when the console is asked the next time. */
  next(): Promise<void>;
  stop(): void;
}

export function watchClusters(caller: ConsoleCaller, names: readonly string[]): Watch {
  let clusters: readonly ClusterView[] = [];
  const said = new Map<string, Finding>();
  const looks = new Set<() => void>();
  let asking = false;
  const ask = async () => {
    if (asking) return;
    asking = true;
    try {
      clusters = await Promise.all(names.map((cluster) => caller.view.cluster.query({ cluster })));
      for (const finding of clusters.flatMap((one) => one.findings))
        if (!said.has(finding.id)) said.set(finding.id, finding);
      for (const look of looks) look();
    } finally {
      asking = false;
    }
  };
  const timer = setInterval(() => void ask().catch(() => {}), 1000);
  return {
    get clusters() {
      return clusters;
    },
    said,
    until: (what, look) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          looks.delete(again);
          reject(new Error(`${what}: not within ${patience} s`));
        }, patience * 1000);
        const again = () => {
          const answer = look(clusters);
          if (answer === undefined) return;
          clearTimeout(late);
          looks.delete(again);
          resolve(answer);
        };
        looks.add(again);
      }),
    next: () =>
      new Promise((resolve) => {
        const once = () => {
          looks.delete(once);
          resolve();
        };
        looks.add(once);
      }),
    stop: () => clearInterval(timer),
  };
}
