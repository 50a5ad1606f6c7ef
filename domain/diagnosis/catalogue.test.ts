import { expect, it } from 'vitest';
import { directorCauses, serviceCauses } from './catalogue.ts';
import { figuredCodes } from './finding.ts';

const all = [...directorCauses, ...serviceCauses];
const byCode = new Map(all.map((cause) => [cause.code, cause]));

it('has each code once, and every code that has a text', () => {
  expect(byCode.size).toBe(all.length);
  for (const code of figuredCodes) expect(byCode.has(code), code).toBe(true);
});

it('silences nothing with what it doesn’t have, and nothing in a circle', () => {
  for (const { code, dependsOn } of all) {
    const above = new Set<string>();
    const climb = (codes: readonly string[]): void => {
      for (const one of codes) {
        const cause = all.find((other) => other.code === one);
        expect(cause, `${code} depends on ${one}`).toBeDefined();
        if (above.has(one) || !cause) continue;
        above.add(one);
        climb(cause.dependsOn);
      }
    };
    climb(dependsOn);
    expect(above.has(code), code).toBe(false);
  }
});

it('is silent on a director that isn’t heard, but for that', () => {
  for (const { code, dependsOn } of all) if (code !== 'unreachable') expect(dependsOn, code).toContain('unreachable');
});
