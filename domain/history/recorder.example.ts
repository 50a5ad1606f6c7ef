import { kernelOf, tutorialDefinition, web1, webKey } from '../display/cluster-record.example.ts';
import { History } from '../observation/history.ts';
import type { Points } from './points.ts';
import { Recorder } from './recorder.ts';
import { layOver } from './roll-up.ts';
import { seriesOf } from './series.ts';

export const table = kernelOf(tutorialDefinition);
export const first = seriesOf(webKey, web1);

/** A recorder that is fed as a director's link feeds it: conns of both destinations, at times in milliseconds. */
export class Fed {
  readonly history = new History();
  readonly recorder = new Recorder();

  constructor(services = table, bootId = 'boot-1') {
    this.history.pushTable(services, bootId);
  }

  sample(at: number, conns: readonly number[], receivedAt = at): void {
    const pushed = this.history.pushSample(
      at,
      receivedAt,
      conns.flatMap((one) => [5, 6, 7, one, one * 5, 0, one * 400, 0]),
    );
    if (!pushed.ok) throw new Error(pushed.reason);
    this.recorder.push(pushed.value);
  }

  /** All minutes that were closed, and those that are open, by their start. */
  minutes(series = first): Map<number, Points> {
    const all = new Map<number, Points>();
    for (const one of [...this.recorder.closed, ...this.recorder.open]) {
      const stands = all.get(one.start);
      if (stands) layOver(stands, 0, one.points(series), 1000);
      else all.set(one.start, one.points(series));
    }
    return all;
  }

  conns(series = first): number {
    return [...this.minutes(series).values()].reduce(
      (sum, points) => sum + points.column('conns').reduce((a, b) => a + b),
      0,
    );
  }
}
