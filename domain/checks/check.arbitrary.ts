import fc from 'fast-check';
import { type Check, checkSchema } from './check.ts';

const visible = fc.stringMatching(/^[\x21-\x7e]{0,20}$/);
const inText = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => text.length <= 200);

/** Any check that a definition takes. */
export const checkArbitrary: fc.Arbitrary<Check> = fc
  .record({
    kind: fc.constantFrom('tcp', 'http', 'https'),
    port: fc.option(fc.integer({ min: 1, max: 65_535 })),
    interval: fc.integer({ min: 1, max: 3600 }),
    timeout: fc.integer({ min: 1, max: 60 }),
    rise: fc.integer({ min: 1, max: 20 }),
    fall: fc.integer({ min: 1, max: 20 }),
    path: visible.map((text) => `/${text}`),
    host: fc.option(fc.constantFrom('shop.example', 'shop.example:8443', '[fd00::4]:80', '10.0.0.4')),
    status: fc.tuple(fc.integer({ min: 100, max: 599 }), fc.integer({ min: 100, max: 599 })),
    body: fc.option(inText),
  })
  .map(({ kind, path, host, status, body, timeout, ...common }) => {
    const [one, other] = status;
    const page = { path, host, body, status: [Math.min(one, other), Math.max(one, other)] };
    const times = { ...common, timeout: Math.min(timeout, common.interval) };
    return checkSchema.parse({ kind, ...times, ...(kind === 'tcp' ? {} : page) });
  });
