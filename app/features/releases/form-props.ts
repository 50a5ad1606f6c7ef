import type { ClusterView } from '../../../domain/display/views.ts';
import type { ReleaseValues } from './release-values.ts';

/** What each part of the form is given. */
export interface FormProps {
  readonly view: ClusterView;
  readonly values: ReleaseValues;
  readonly onChange: (part: Partial<ReleaseValues>) => void;
  /** What is wrong with a field, in words; by the path of the settings' schema. */
  readonly problem: (path: string) => string | null;
}
