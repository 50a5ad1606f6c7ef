import { describe, expect, it } from 'vitest';
import { type ChartMark, groupBeside, groupedMarks, groupNear } from './chart-marks.ts';

const mark = (at: number, tone: ChartMark['tone'] = 'plain'): ChartMark => ({ id: String(at), at, text: '', tone });
const groups = groupedMarks([mark(500), mark(0), mark(90), mark(120, 'bad')], 100);

describe('groupedMarks', () => {
  it('puts what is close to the first of a group into it, and starts anew after', () => {
    expect(groups.map((group) => group.marks.map(({ at }) => at))).toEqual([[0, 90], [120], [500]]);
  });

  it('is bad when one of them is', () => {
    expect(groups.map(({ tone }) => tone)).toEqual(['plain', 'bad', 'plain']);
  });
});

describe('finding a group', () => {
  it('takes the nearest within reach', () => {
    expect(groupNear(groups, 70, 80)?.at).toBe(120);
    expect(groupNear(groups, 300, 80)).toBeNull();
  });

  it('goes from one to the next, and begins at the ends', () => {
    expect(groupBeside(groups, null, 1)?.at).toBe(0);
    expect(groupBeside(groups, null, -1)?.at).toBe(500);
    expect(groupBeside(groups, 120, 1)?.at).toBe(500);
    expect(groupBeside(groups, 120, -1)?.at).toBe(0);
    expect(groupBeside(groups, 500, 1)).toBeNull();
  });
});
