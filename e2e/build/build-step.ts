/** Something that is built from files of the project. Paths are relative to its root. */
export interface BuildStep {
  /** Names its stamp; also what `npm run build -- NAME` takes. */
  name: string;
  /** Files and folders whose contents decide whether it must be built again. */
  inputs: readonly string[];
  /** What must be there afterwards. */
  outputs: readonly string[];
  /** Builds it; throws with the compiler's words. */
  run: () => Promise<void>;
}
