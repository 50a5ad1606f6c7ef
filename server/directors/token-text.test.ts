import { expect, test } from 'vitest';
import { enrolmentLine } from '../../domain/enrolment/enrolment-token.ts';
import { tokenPattern } from '../../domain/wire/messages.ts';
import { newToken, parseToken } from './token-text.ts';

const fingerprint = 'f'.repeat(22);

test.each([0x00, 0x3e, 0x7f, 0xf8, 0xfb, 0xff])('a token of bytes %i can be pasted as an option’s value', (byte) => {
  const { id, secret } = newToken((count) => Buffer.alloc(count, byte));
  const text = `${id}.${secret}.${fingerprint}`;
  expect(text).toMatch(tokenPattern);
  expect(parseToken(text)).toEqual({ id, secret });
  expect(enrolmentLine('https://shoal.example.org', 'lb1', text)).toMatch(/ --token [0-9a-z]/i);
});
