import { expect, it } from 'vitest';
import { schedulers } from './scheduler.ts';
import { isTooOldFor, schedulerSince } from './scheduler-support.ts';

const tooOld = (kernel: string) => schedulers.filter((scheduler) => isTooOldFor(kernel, scheduler));

it('knows by its version what a kernel can’t have', () => {
  expect(tooOld('3.16.0-11-amd64')).toEqual(['mh', 'fo', 'ovf', 'twos']);
  expect(tooOld('4.3.0')).toEqual(['mh', 'twos']);
  expect(tooOld('4.17.19')).toEqual(['mh', 'twos']);
  expect(tooOld('4.18.0')).toEqual(['twos']);
  expect(tooOld('5.10.0-33-amd64')).toEqual(['twos']);
  expect(tooOld('5.12.0')).toEqual([]);
  expect(tooOld('6.1.0')).toEqual([]);
});

it('says nothing of a version that it can’t read, or that a distributor keeps', () => {
  expect(tooOld('')).toEqual([]);
  expect(tooOld('unknown')).toEqual([]);
  expect(tooOld('4.18.0-553.el8_10.x86_64')).toEqual([]);
});

it('names the version that brought a scheduler', () => {
  expect(schedulers.map(schedulerSince).filter(Boolean)).toEqual(['4.18', '3.18', '4.3', '5.12']);
});
