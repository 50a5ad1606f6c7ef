import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

type Triple = readonly [number, number, number];

/** How colours look to people who lack one kind of cone, on linear RGB (Machado, Oliveira and Fernandes 2009). */
const visions: Record<string, readonly Triple[]> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const times = (rows: readonly Triple[], [a, b, c]: Triple) =>
  rows.map(([x, y, z]) => x * a + y * b + z * c) as unknown as Triple;

function linear(hex: string): Triple {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as unknown as Triple;
}

/** OKLab (Ottosson 2020), in which distances are as the eye sees them: 0.02 can just be told apart. */
function lab(rgb: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map(Math.cbrt) as unknown as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

const luminance = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

const css = readFileSync(path.join(import.meta.dirname, '../../tokens.css'), 'utf8');
const themes = {
  light: css.slice(css.indexOf(':root'), css.indexOf('.dark')),
  dark: css.slice(css.indexOf('.dark {')),
};
const token = (theme: string, name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(theme)?.[1] ?? '';

for (const [name, theme] of Object.entries(themes)) {
  describe(`the colours of lines in the ${name} theme`, () => {
    const colours = Array.from({ length: 12 }, (_, at) => linear(token(theme, `series-${at + 1}`)));

    it.each(Object.entries(visions))('differ in pairs: %s', (_, vision) => {
      const seen = colours.map((colour) =>
        lab(times(vision, colour).map((part) => Math.min(1, Math.max(0, part))) as unknown as Triple),
      );
      for (const [at, one] of seen.entries())
        for (const [other, colour] of seen.slice(0, at).entries())
          expect(
            Math.hypot(...one.map((part, axis) => part - (colour[axis] ?? 0))),
            `${other + 1} and ${at + 1}`,
          ).toBeGreaterThan(0.08);
    });

    it('keep 3:1 on paper', () => {
      const paper = luminance(linear(token(theme, 'paper'))) + 0.05;
      for (const [at, colour] of colours.entries()) {
        const own = luminance(colour) + 0.05;
        expect(Math.max(own / paper, paper / own), `series-${at + 1}`).toBeGreaterThanOrEqual(2.9);
      }
    });
  });
}
