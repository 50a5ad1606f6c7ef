import { expect, test } from 'vitest';
import type { CheckResult } from '../../domain/checks/check-outcome.ts';
import { intentSchema } from '../../domain/wire/intent.ts';
import { HealthBook } from './health-book.ts';
import { type HealthFile, noHealth } from './health-file.ts';

const fail: CheckResult = { passed: false, outcome: { what: 'refused' } };
const pass: CheckResult = { passed: true, outcome: { what: 'connected' } };

const intentOf = (check: object | null, servers = 2) =>
  intentSchema.parse({
    ...{ version: 1, director: 'd', cluster: 'shop', generation: 1, revision: 1, overlays: [] },
    ...{ takeOver: [], removesAll: false, issuedAt: 0 },
    definition: {
      services: [
        {
          ...{ name: 'web', key: { kind: 'address', protocol: 'TCP', address: '10.0.0.100', port: 80 } },
          ...{ scheduler: 'wrr', check },
          destinations: Array.from({ length: servers }, (_, at) => ({
            ...{ address: `10.0.0.${21 + at}`, port: 80, forwarding: 'direct-routing', weight: 1 },
          })),
        },
      ],
    },
  });

const web1 = 'TCP 10.0.0.100:80 10.0.0.21:80';
const check = { kind: 'tcp', rise: 1, fall: 2 };

function bookFrom(kept: { health: HealthFile }): HealthBook {
  return new HealthBook({
    get health() {
      return kept.health;
    },
    keepHealth: (health) => {
      kept.health = health;
    },
  });
}

/** A book in which web1 has failed and was laid out. */
function failedBook() {
  const kept = { health: noHealth };
  const book = bookFrom(kept);
  book.obey(intentOf(check));
  const [place] = book.places;
  if (!place) throw new Error('no place');
  for (const at of [1, 2]) book.take(place, fail, at);
  expect([...book.wanted]).toEqual([web1]);
  expect(book.isDue).toBe(true);
  book.lay(book.wanted);
  expect(book.isDue).toBe(false);
  return { kept, book, place };
}

test('a restart keeps what was out as it was, until it has passed', () => {
  const { kept } = failedBook();
  expect(kept.health.out).toEqual([{ place: web1, since: 2, outcome: { what: 'refused' } }]);
  const again = bookFrom(kept);
  again.obey(intentOf(check));
  expect(again.isDue).toBe(false);
  const [place] = again.places;
  if (!place) throw new Error('no place');
  expect(again.stateOf(place)).toMatchObject({ verdict: 'failing', since: 2 });
  again.take(place, pass, 10);
  expect([...again.wanted]).toEqual([]);
  expect(again.isDue).toBe(true);
});

test('before the first intent nothing is to be turned', () => {
  const { kept } = failedBook();
  expect(bookFrom(kept).isDue).toBe(false);
});

test('a check that is taken away ends its effect, and one that comes again begins anew', () => {
  const { book } = failedBook();
  book.obey(intentOf(null));
  expect(book.places).toEqual([]);
  expect([...book.wanted]).toEqual([]);
  book.lay(book.wanted);
  book.obey(intentOf(check));
  expect(book.places.map((place) => book.stateOf(place).verdict)).toEqual(['unchecked', 'unchecked']);
});

test('a changed check keeps what was counted', () => {
  const { book, place } = failedBook();
  book.obey(intentOf({ ...check, rise: 3, interval: 9 }));
  expect(book.stateOf(place)).toMatchObject({ verdict: 'failing', streak: 2, needed: 3 });
  expect(book.isDue).toBe(false);
});

test('the last one that serves stays, and goes once another is back', () => {
  const { book, place } = failedBook();
  const other = book.places[1];
  if (!other) throw new Error('no place');
  for (const at of [3, 4]) book.take(other, fail, at);
  expect([...book.wanted]).toEqual([web1]);
  book.take(place, pass, 5);
  expect([...book.wanted]).toEqual([other.place]);
});
