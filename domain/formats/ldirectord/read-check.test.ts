import { describe, expect, it } from 'vitest';
import { wholeCheckText } from '../../checks/check-text.ts';
import { readLdirectord } from './read-ldirectord.ts';

const service = (...lines: string[]) =>
  ['virtual=192.0.2.1:80', 'scheduler=rr', 'protocol=tcp', 'real=10.0.0.1:80 masq', ...lines].join('\n    ');

function read(text: string) {
  const file = readLdirectord(text);
  if (!file.ok) throw new Error(JSON.stringify(file.notes));
  const left = file.notes.flatMap((note) => (note.kind === 'left-out' ? [`${note.code} ${note.about}`] : []));
  return { check: wholeCheckText(file.definition.services[0]?.check ?? null), left };
}

describe('what a file says of checks becomes a check', () => {
  it('connect, with the times of the file', () => {
    expect(read(`checkinterval=3\nchecktimeout=9\n${service('checktype=connect', 'failurecount=4')}`)).toEqual({
      check: 'TCP connect every 3 s, timeout 3 s, rise 1, fall 4',
      left: [],
    });
  });

  it('negotiate over http', () => {
    const lines = ['checktype=negotiate', 'request="health.html"', 'receive="all ok"', 'virtualhost=shop.example'];
    expect(read(service(...lines, 'checkport=8080', 'negotiatetimeout=4'))).toEqual({
      check:
        'HTTP GET :8080 /health.html (shop.example) → 200–299 with “all ok” every 10 s, timeout 4 s, rise 1, fall 1',
      left: [],
    });
  });

  it('a pattern in receive, and removal instead of weight 0, are left out', () => {
    expect(read(service('checktype=negotiate', 'service=https', 'receive="ok.*"', 'quiescent=no'))).toEqual({
      check: 'HTTPS GET / → 200–299 every 10 s, timeout 10 s, rise 1, fall 1',
      left: ['no-checks receive = "ok.*"', 'no-checks quiescent = no'],
    });
  });

  it.each([
    ['a silent file', []],
    ['another service', ['checktype=negotiate', 'service=ftp']],
    ['another type', ['checktype=ping']],
  ])('%s has none', (_, lines) => {
    const { check, left } = read(`checktimeout=9\n${service(...lines)}`);
    expect(check).toBe('none');
    expect(left).toEqual([
      'no-checks checktimeout = 9',
      ...lines.map((line) => `no-checks ${line.replace('=', ' = ')}`),
    ]);
  });
});
