import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tutorialWith, web1, web2, webKey } from '../display/cluster-record.example.ts';
import { activeMax } from './points.ts';
import { Fed, first, table } from './recorder.example.ts';
import { directorTotal, seriesOf } from './series.ts';

const second = seriesOf(webKey, web2);
const minute = 60_000;

const upTo = (last: number) => Array.from({ length: last + 1 }, (_, index) => index);

describe('Recorder', () => {
  it('makes steady seconds of counters that the kernel refreshes every other second', () => {
    const fed = new Fed();
    for (const at of upTo(130)) fed.sample(at * 1000, [Math.floor(at / 2) * 20, 0]);
    const [, whole] = [...fed.minutes().values()];
    expect(fed.recorder.closed.map(({ start }) => start)).toEqual([0, minute]);
    expect(whole?.column('conns')).toEqual(new Float64Array(60).fill(10));
    expect(whole?.column('covered')).toEqual(new Float64Array(60).fill(100));
    expect(whole?.column('activeConn')).toEqual(new Float64Array(60).fill(50));
  });

  it('loses no connection and tells none twice, whenever samples come', () => {
    const steps = fc.array(
      fc.tuple(fc.integer({ min: 950, max: 1050 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: -40, max: 40 })),
      {
        minLength: 100,
        maxLength: 200,
      },
    );
    fc.assert(
      fc.property(steps, fc.integer({ min: 100, max: 90_000 }), (rows, began) => {
        const fed = new Fed();
        let [at, conns] = [began, 1000];
        fed.sample(at, [conns, 0]);
        for (const [passed, rise, late] of rows) {
          at += passed;
          conns += rise;
          fed.sample(at, [conns, 0], at + late);
        }
        expect(fed.conns()).toBe(conns - 1000);
        for (const closed of fed.recorder.closed) for (const series of closed.series) closed.settle(series);
        expect(fed.conns()).toBe(conns - 1000);
      }),
      { numRuns: 50 },
    );
  });

  it('leaves no gap and no double second when samples come a little early or late', () => {
    const fed = new Fed();
    for (const at of upTo(61)) fed.sample(at * 1000, [at * 10, 0], at * 1000 + 500 + (at % 2 === 0 ? 499 : 501));
    const points = fed.minutes().get(0);
    expect(upTo(57).filter((second) => points?.isGap(second + 2))).toEqual([]);
  });

  it('leaves a gap where a counter was reset, for that destination alone', () => {
    const fed = new Fed();
    for (const at of upTo(62)) fed.sample(at * 1000, [at < 30 ? at * 10 : (at - 30) * 10, at * 10]);
    const gaps = (series: typeof first) => upTo(59).filter((at) => fed.minutes(series).get(0)?.isGap(at));
    expect(gaps(first)).toEqual([0, 30]);
    expect(gaps(second)).toEqual([0]);
    expect(fed.conns()).toBe(290 + 320);
  });

  it('leaves a gap where samples are missing and where the director restarted', () => {
    const fed = new Fed();
    for (const at of upTo(20)) fed.sample(at * 1000, [at * 10, 0]);
    for (const at of upTo(10)) fed.sample((at + 25) * 1000, [(at + 25) * 10, 0]);
    fed.history.pushTable(table, 'boot-2');
    for (const at of upTo(28)) fed.sample((at + 1) * 1000, [(at + 1) * 10, 0], (at + 36) * 1000);
    const points = fed.minutes().get(0);
    expect(upTo(59).filter((at) => points?.isGap(at))).toEqual([0, 21, 22, 23, 24, 25, 36]);
    expect(points?.column('conns').every((rise) => rise <= 10)).toBe(true);
  });

  it('goes on for what stays while a destination leaves, and has none of it afterwards', () => {
    const fed = new Fed();
    for (const at of upTo(20)) fed.sample(at * 1000, [at * 10, at * 10]);
    fed.history.pushTable(tutorialWith({ destinations: table[0]?.destinations.slice(1) ?? [] }), 'boot-1');
    for (const at of upTo(45)) fed.sample((at + 21) * 1000, [(at + 21) * 10]);
    const points = [first, second].map((series) => fed.minutes(series).get(0));
    expect(upTo(59).filter((at) => points[1]?.isGap(at))).toEqual([0]);
    expect(
      upTo(59)
        .filter((at) => !points[0]?.isGap(at))
        .at(-1),
    ).toBe(20);
    expect(fed.recorder.closed[0]?.series.map(({ destination }) => destination).sort()).toEqual(['', web1, web2]);
  });

  it('has a total of all destinations, with a gap where one of them has a gap', () => {
    const fed = new Fed();
    for (const at of upTo(62)) fed.sample(at * 1000, [at < 30 ? at * 10 : (at - 30) * 10, at * 20]);
    const [open] = [fed.minutes(directorTotal).get(0)];
    for (const minute of fed.recorder.closed) for (const series of minute.series) minute.settle(series);
    const packed = fed.minutes(directorTotal).get(0);
    expect(packed?.values).toEqual(open?.values);
    expect(upTo(59).filter((at) => packed?.isGap(at))).toEqual([0, 30]);
    expect(new Set(packed?.column('conns').filter((rise) => rise > 0))).toEqual(new Set([30]));
    expect(packed && activeMax(packed, 5)).toBe(10);
  });

  it('goes on when the console’s clock is set back, and when it jumps ahead', () => {
    const fed = new Fed();
    for (const at of upTo(70)) fed.sample(at * 1000, [at * 10, 0], 7_200_000 + at * 1000);
    for (const at of upTo(70)) fed.sample((at + 71) * 1000, [(at + 71) * 10, 0], 3_600_000 + at * 1000);
    for (const at of upTo(5)) fed.sample((at + 142) * 1000, [(at + 142) * 10, 0], 10_800_000 + at * 1000);
    const starts = [7_200_000, 7_260_000, 3_600_000, 3_660_000, 10_800_000];
    expect([...fed.minutes().keys()]).toEqual(starts);
    expect(fed.conns()).toBe(700 + 700 + 50);
  });

  it('closes what waits for samples that do not come, and keeps ten minutes', () => {
    const fed = new Fed();
    for (const at of upTo(15 * 60 + 5)) fed.sample(at * 1000, [at * 10, 0]);
    expect(fed.recorder.closed.map(({ start }) => start / minute)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    fed.recorder.sweep(15 * minute + 10_000);
    expect(fed.recorder.open).toHaveLength(1);
    fed.recorder.sweep(15 * minute + 16_000);
    expect(fed.recorder.open).toHaveLength(0);
    expect(fed.recorder.closed.at(-1)?.start).toBe(15 * minute);
    expect(fed.recorder.isOver(25 * minute)).toBe(false);
    expect(fed.recorder.isOver(27 * minute)).toBe(true);
  });
});
