import { ShareTests } from '../balance/share-tests.ts';
import type { History } from '../observation/history.ts';

/** What the diagnosis of a director keeps from second to second; it has no clock, times come with the samples. */
export class DirectorMemory {
  readonly shares: ShareTests;

  constructor(history: History) {
    this.shares = new ShareTests(history);
  }
}
