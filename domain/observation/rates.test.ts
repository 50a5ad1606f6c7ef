import { describe, expect, it } from 'vitest';
import {
  kernelOf,
  observe,
  secondsTo,
  tutorialDefinition,
  tutorialWith,
  web1,
  web2,
  webKey,
} from '../display/cluster-record.example.ts';
import { History, keptSamples } from './history.ts';
import { gaugeOf, placeOf, rateAt, rateNow, sparklineEnds } from './rates.ts';

const table = kernelOf(tutorialDefinition);
/** 10 connections a second on web1, 30 on web2, refreshed by the kernel every 2 s only. */
const steady = (second: number, to: string) => ({ conns: Math.floor(second / 2) * 2 * (to === web1 ? 10 : 30) });

describe('rateNow', () => {
  it('is steady although counters move every other second', () => {
    for (const last of [6, 7, 8, 9]) {
      const history = new History();
      observe(history, table, secondsTo(last), steady);
      expect(rateNow(history, placeOf(history.layout, webKey, web1), 'conns')).toBe(10);
      expect(rateNow(history, placeOf(history.layout, webKey, web2), 'conns')).toBe(30);
    }
  });

  it('is unknown before enough samples', () => {
    const history = new History();
    observe(history, table, secondsTo(2), steady);
    expect(rateNow(history, placeOf(history.layout, webKey, web1), 'conns')).toBeNull();
  });

  it('is unknown across a gap, a reboot and a reset', () => {
    const gap = new History();
    observe(gap, table, [0, 1, 2, 9, 10, 11], steady);
    expect(rateNow(gap, placeOf(gap.layout, webKey, web1), 'conns')).toBeNull();

    const reboot = new History();
    observe(reboot, table, [0, 1, 2], steady);
    observe(reboot, table, [3, 4, 5], steady, 'boot-2');
    expect(rateNow(reboot, placeOf(reboot.layout, webKey, web1), 'conns')).toBeNull();

    const reset = new History();
    observe(reset, table, secondsTo(8), (second, to) => (second < 7 ? steady(second, to) : { conns: 0 }));
    expect(rateNow(reset, placeOf(reset.layout, webKey, web1), 'conns')).toBeNull();
  });

  it('goes on for what stays while another destination leaves', () => {
    const history = new History();
    observe(history, table, secondsTo(5), steady);
    const one = tutorialWith({ destinations: table[0]?.destinations.slice(1) ?? [] });
    observe(history, one, [6, 7, 8], steady);
    expect(rateNow(history, placeOf(history.layout, webKey, web2), 'conns')).toBe(30);
    expect(rateNow(history, placeOf(history.layout, webKey, web1), 'conns')).toBeNull();
  });
});

describe('sparklineEnds', () => {
  it('has a point for each refresh and gaps where samples are missing', () => {
    const history = new History();
    const seconds = secondsTo(21).filter((second) => second < 8 || second > 13);
    observe(history, table, seconds, steady);
    const place = placeOf(history.layout, webKey, web1);
    const rates = sparklineEnds(history, 11, 2000).map((end) => end && rateAt(history.frames, end, place, 'conns'));
    expect(rates).toEqual([null, null, 10, 10, null, null, null, null, null, 10, 10]);
  });

  it('is all gaps without samples', () => {
    expect(sparklineEnds(new History(), 3, 2000)).toEqual([null, null, null]);
  });
});

it('has no dip when the kernel’s refreshes drift past our samples', () => {
  const history = new History();
  // Refreshes every 2.1 s: now and then two samples in a row miss one.
  const drifting = (second: number) => ({ conns: Math.floor(second / 2.1) * 21 });
  observe(history, table, secondsTo(200), drifting);
  const place = placeOf(history.layout, webKey, web1);
  const rates = sparklineEnds(history, 90, 2000).flatMap(
    (end) => (end && rateAt(history.frames, end, place, 'conns')) ?? [],
  );
  expect(rates.length).toBeGreaterThan(80);
  // A refresh is seen up to a second late, so that 4.2 s of traffic stand over 4 or 5 s.
  for (const rate of rates) expect(rate).toBeGreaterThanOrEqual(8.4);
  for (const rate of rates) expect(rate).toBeLessThanOrEqual(10.5);
});

describe('History', () => {
  it('refuses a sample without its table and one of another length', () => {
    const history = new History();
    expect(history.pushSample(0, 0, [])).toMatchObject({ ok: false });
    history.pushTable(table, 'boot-1');
    expect(history.pushSample(0, 0, [1, 2, 3])).toMatchObject({ ok: false });
    expect(history.latest).toBeNull();
  });

  it('keeps only the new connections of older samples, and the rates that are made of them', () => {
    const history = new History();
    observe(history, table, secondsTo(100), (second, to) => ({ ...steady(second, to), activeConn: 5 }));
    const [oldest] = history.frames;
    const newest = history.latest;
    if (!oldest || !newest) throw new Error('there are samples');
    expect(oldest.numbers).toHaveLength(2);
    expect(newest.numbers).toHaveLength(16);
    const place = placeOf(history.layout, webKey, web2);
    expect(rateAt(history.frames, 20, place, 'conns')).toBe(30);
    expect(rateAt(history.frames, 20, place, 'inBytes')).toBeNull();
    expect(rateNow(history, place, 'inBytes')).toBe(12_000);
    expect(gaugeOf(oldest, place, 'activeConn')).toBeNull();
    expect(gaugeOf(newest, place, 'activeConn')).toBe(5);
  });

  it('keeps a bounded number of samples', () => {
    const history = new History();
    observe(history, table, secondsTo(keptSamples + 50), steady);
    expect(history.frames).toHaveLength(keptSamples);
    expect(history.latest?.kernelTime).toBe((keptSamples + 50) * 1000);
  });
});
