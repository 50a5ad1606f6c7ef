/** What the guest says of one kernel test. */
export interface KernelTestEvent {
  test: string;
  outcome: 'passed' | 'failed' | 'skipped';
  /** Why it failed, or why it was skipped. */
  reason?: string;
}
