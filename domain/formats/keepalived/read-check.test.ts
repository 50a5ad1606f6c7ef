import { describe, expect, it } from 'vitest';
import { checkText, wholeCheckText } from '../../checks/check-text.ts';
import { readKeepalived } from './read-keepalived.ts';

/** A service whose real servers have these checkers in their blocks. */
const site = (ofService: string, ...checkers: string[]) =>
  `virtual_server 10.0.0.4 80 {\nlb_algo wrr\nlb_kind DR\nprotocol TCP\n${ofService}\n${checkers
    .map((checker, at) => `real_server 10.0.0.2${at} 80 {\nweight 1\n${checker}\n}\n`)
    .join('')}}\n`;

function read(text: string) {
  const file = readKeepalived(text);
  if (!file.ok) throw new Error(JSON.stringify(file.notes));
  const notes = file.notes.flatMap((note) => (note.kind === 'taken' ? [] : [`${note.code} ${note.about}`]));
  return { check: file.definition.services[0]?.check ?? null, notes };
}

describe('a checker becomes the service’s check', () => {
  it('TCP_CHECK with keepalived’s own times', () => {
    const { check, notes } = read(site('', 'TCP_CHECK { }', 'TCP_CHECK { }'));
    expect(wholeCheckText(check)).toBe('TCP connect every 60 s, timeout 5 s, rise 1, fall 2');
    expect(notes).toEqual([]);
  });

  it('HTTP_GET with what stands around it: the innermost counts', () => {
    const get = `delay_loop 4\nHTTP_GET {\nconnect_timeout 9\nconnect_port 8080\nnb_get_retry 2\nurl {\npath /health\nstatus_code 200-399\nvirtualhost shop.example\n}\n}`;
    const { check, notes } = read(site('delay_loop 10\nvirtualhost other.example\nconnect_timeout 2', get, get));
    expect(wholeCheckText(check)).toBe(
      'HTTP GET :8080 /health (shop.example) → 200–399 every 4 s, timeout 4 s, rise 1, fall 3',
    );
    expect(notes).toEqual([
      'no-checks delay_loop 10',
      'no-checks virtualhost other.example',
      'no-checks connect_timeout 2',
    ]);
  });

  it('SSL_GET; the real server’s own port is none', () => {
    const { check } = read(site('', 'SSL_GET {\nurl {\npath /\n}\nconnect_port 80\n}'));
    expect(check && checkText(check)).toBe('HTTPS GET / → 200–299 every 60 s');
  });

  it('what has no counterpart is noted', () => {
    const get =
      'HTTP_GET {\nurl {\npath /a\ndigest 9b3a\nstatus_code 200 204\n}\nurl {\npath /b\n}\nbindto 10.0.0.9\n}';
    const { check, notes } = read(site('alpha', get));
    expect(check && checkText(check)).toBe('HTTP GET /a → 200 every 60 s');
    expect(notes).toEqual([
      'no-checks alpha',
      'no-checks digest 9b3a',
      'no-checks status_code 200 204',
      'no-checks url',
      'no-checks bindto 10.0.0.9',
    ]);
  });

  it('real servers that are checked otherwise, or not, are noted', () => {
    const { check, notes } = read(site('', 'TCP_CHECK { }', 'TCP_CHECK {\nconnect_port 81\n}', ''));
    expect(check && checkText(check)).toBe('TCP connect every 60 s');
    expect(notes).toEqual(['check-of-service TCP_CHECK', 'no-checks TCP_CHECK']);
  });

  it('other checkers stay left out', () => {
    const { check, notes } = read(site('delay_loop 3', 'MISC_CHECK {\nmisc_path /bin/true\n}'));
    expect(check).toBe(null);
    expect(notes).toEqual(['no-checks delay_loop 3', 'no-checks MISC_CHECK']);
  });
});
