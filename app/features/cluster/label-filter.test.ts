import { describe, expect, it } from 'vitest';
import { countLabels, hasLabels, labelsIn, withLabel } from './label-filter.ts';

describe('labelsIn', () => {
  it('takes the labels out of a filter', () => {
    expect(labelsIn(' rs label:half=1 10.0  Label:rack=a')).toEqual({ labels: ['half=1', 'rack=a'], text: 'rs 10.0' });
    expect(labelsIn('')).toEqual({ labels: [], text: '' });
  });
});

describe('hasLabels', () => {
  it('wants every one of them, whole', () => {
    expect(hasLabels(['half=1', 'rack=a'], ['half=1', 'RACK=a'])).toBe(true);
    expect(hasLabels(['half=10'], ['half=1'])).toBe(false);
    expect(hasLabels([], [])).toBe(true);
  });
});

describe('withLabel', () => {
  it('asks for a label, and no longer the second time', () => {
    expect(withLabel('rs', 'half=1')).toBe('rs label:half=1');
    expect(withLabel('rs label:half=1 label:rack=a', 'half=1')).toBe('rs label:rack=a');
  });
});

it('counts labels, as people would sort them', () => {
  const rows = [{ labels: ['half=2', 'half=10'] }, { labels: ['half=2'] }];
  expect(countLabels(rows)).toEqual([
    { label: 'half=2', count: 2 },
    { label: 'half=10', count: 1 },
  ]);
});
