import type { FindingBody, FindingCode, Severity } from './finding.ts';
import type { Remedy } from './remedy.ts';
import type { DirectorSight, ServiceSight } from './sight.ts';

/** An entry of the catalogue: all that is known of one thing that can be wrong. Its texts go by its code. */
export interface Cause<Sight> {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** What explains it: while one of these is there on the same service or the whole director, this is not said. */
  readonly dependsOn: readonly FindingCode[];
  /** Seconds that it must hold before it shows, so that a blip never does. */
  readonly showAfter: number;
  readonly detect: (sight: Sight) => readonly Detected[];
}

export interface Detected {
  readonly body: FindingBody;
  /** What of the service or director it is about, where it can be said of several. */
  readonly about?: string;
  /** The service, where a director's cause is about one. */
  readonly service?: ServiceSight['key'] | null;
  readonly remedies?: readonly Remedy[];
}

export type ServiceCause = Cause<ServiceSight>;
export type DirectorCause = Cause<DirectorSight>;
