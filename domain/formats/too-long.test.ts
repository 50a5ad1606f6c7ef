import { expect, it } from 'vitest';
import { readLdirectord } from './ldirectord/read-ldirectord.ts';
import { readLvsCf } from './lvs-cf/read-lvs-cf.ts';
import { tooLong } from './too-long.ts';

it('refuses what would take too long, and says how much is read', () => {
  expect(tooLong('lvs-cf', `x${'\n'.repeat(150_000)}`)).toBeUndefined();
  expect(tooLong('lvs-cf', `x${'\n'.repeat(150_001)}`)).toMatchObject({
    ok: false,
    notes: [{ line: 0, code: 'too-many-lines', about: '150000' }],
  });
  const large = { ok: false, notes: [{ line: 0, code: 'too-large', about: '2 MB' }] };
  expect(readLvsCf('x'.repeat(2_000_001))).toMatchObject({ format: 'lvs-cf', ...large });
  expect(readLdirectord('x'.repeat(2_000_001))).toMatchObject({ format: 'ldirectord', ...large });
});

it('stops at more destinations than a file may stand for', () => {
  const services = Array.from({ length: 40 }, (_, mark) => `virtual=${mark + 1}\n\treal=10.0.0.0->10.0.3.231 gate\n`);
  const read = readLdirectord(services.join(''));
  const counts = read.ok ? read.definition.services.map((service) => service.destinations.length) : [];
  expect(counts.filter((count) => count === 1000)).toHaveLength(30);
  expect(read.notes.filter((note) => note.kind === 'left-out' && note.code === 'too-many')).toHaveLength(10);
});
