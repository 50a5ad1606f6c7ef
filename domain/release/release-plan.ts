import type { DrainTarget } from '../overlay/overlay.ts';
import type { ReleaseSettings } from './release-settings.ts';

/** What a release was started with; it never changes. Its state is this and its events, nothing else. */
export interface ReleasePlan {
  readonly id: string;
  readonly cluster: string;
  readonly settings: ReleaseSettings;
  readonly waves: readonly Wave[];
  /** Most servers that it may have out at once: its largest wave. */
  readonly limit: number;
  /** Directors that were heard when it began. It halts when one of them is not heard any more. */
  readonly directors: readonly string[];
  /** Findings that stood when it began: they don't halt it. */
  readonly knownFindings: readonly string[];
  /** Whether an administrator let it go below the guard. */
  readonly overGuard: boolean;
}

export interface Wave {
  /** The label's value; empty where waves have none. */
  readonly name: string;
  readonly servers: readonly WaveServer[];
}

export interface WaveServer {
  readonly name: string;
  /** What is drained: the real server, or its destinations in the chosen services. */
  readonly targets: readonly DrainTarget[];
}
