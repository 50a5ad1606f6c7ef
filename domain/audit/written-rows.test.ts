import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { chain, content, sha256 } from './chain.arbitrary.ts';
import type { ChainContent, ChainRow } from './chain-row.ts';
import { linked } from './chain-row.ts';
import { csvCell, csvColumns, csvHead, csvLine } from './csv-line.ts';
import { exportedLine, exportedRowSchema, rowOfLine } from './exported-row.ts';
import { counted, datagramBytes, syslogMessage } from './syslog-message.ts';

const rowWith = (more: Partial<ChainContent>): ChainRow => chain([content(1, more)])[0] as ChainRow;

describe('CSV', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "=cmd|' /C calc'!A0"])('%j is no formula', (text) => {
    expect(csvCell(text)).toMatch(/^"?'/);
  });
  test('a difference that is a negative number is none either', () => {
    expect(csvLine(rowWith({ after: '-5' })).split(',')).toContain(`"'-5"`);
  });
  test('quotes, commas and line ends stay in their cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '=', '\t', '字') }), (text) => {
        const cell = csvCell(text);
        const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect([text, `'${text}`]).toContain(read);
        if (!cell.startsWith('"')) expect(cell).not.toMatch(/[",\r\n]/);
      }),
    );
  });
  test('a line has a cell for each column', () => {
    expect(csvHead.split(',')).toHaveLength(csvColumns.length);
    expect(csvLine(rowWith({ after: null })).split(',')).toHaveLength(csvColumns.length);
  });
});

describe('JSON lines', () => {
  test('reading a line gives the row with the same hash', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'grapheme' }), (value, reason) => {
        const after = value === null ? null : canonicalJson(value);
        const line = exportedLine(linked(content(1, { after, reason }), 'before', sha256));
        expect(exportedLine(rowOfLine(exportedRowSchema.parse(JSON.parse(line))))).toBe(line);
      }),
    );
  });
});

describe('syslog', () => {
  test('a message of RFC 5424', () => {
    const message = syslogMessage(rowWith({ at: 0, outcome: 'denied' }), 'shoal.example.org');
    expect(message).toMatch(/^<108>1 1970-01-01T00:00:00\.000Z shoal\.example\.org shoal - drain\.start - \{"seq":1,/);
    expect(syslogMessage(rowWith({}), 'näme')).toMatch(/^<109>1 \S+ nme shoal/);
  });
  test('the length before it is in bytes', () => {
    const message = syslogMessage(rowWith({ reason: '更换磁盘 🐟' }), 'h');
    expect(counted(message)).toBe(`${Buffer.byteLength(message)} ${message}`);
  });
  test('a long one goes without its difference, and says so', () => {
    const long = rowWith({ after: JSON.stringify('x'.repeat(5000)), reason: 'y'.repeat(3000) });
    const message = syslogMessage(long, 'h', datagramBytes);
    expect(Buffer.byteLength(message)).toBeLessThanOrEqual(datagramBytes);
    expect(JSON.parse(message.slice(message.indexOf('{')))).toMatchObject({ seq: 1, hash: long.hash, cut: true });
  });
});
