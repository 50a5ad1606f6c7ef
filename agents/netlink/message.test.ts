import { expect, test } from 'vitest';
import { ByteWriter } from './byte-writer.ts';
import { endMessage, messageFlag, messageType, outcomeOf, splitMessages, startMessage } from './message.ts';

const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex');

test('a message has its length, type, flags and sequence number, and port 0', () => {
  const writer = new ByteWriter();
  const start = startMessage(writer, 0x1b, 5, 0x01020304);
  writer.u32(1, 9);
  endMessage(writer, start);
  expect(writer.bytes()).toEqual(bytes('18000000 1b00 0500 04030201 00000000 0800010009000000'));
});

test('several messages of one buffer are split where they start', () => {
  const two = bytes('14000000 1b00 0200 05000000 00000000 aabbccdd 10000000 0300 0200 05000000 00000000');
  const [first, second, ...more] = splitMessages(two);
  expect(more).toEqual([]);
  expect(first).toMatchObject({ type: 0x1b, flags: messageFlag.multi, sequence: 5, start: 16, end: 20 });
  expect(second).toMatchObject({ type: messageType.done, sequence: 5, start: 36, end: 36 });
});

test('a message that leaves its buffer is refused', () => {
  expect(() => splitMessages(bytes('18000000 1b00 0000 05000000 00000000'))).toThrow('leaves its buffer');
  expect(() => splitMessages(bytes('0800'))).toThrow('EBADMSG');
  expect(() => splitMessages(bytes('00000000 1b00 0000 05000000 00000000'))).toThrow('EBADMSG');
});

const only = (hex: string) => {
  const [message] = splitMessages(bytes(hex));
  if (!message) throw new Error('no message');
  return message;
};

test('an ERROR of 0 is success', () => {
  const ack = only('24000000 0200 0000 05000000 00000000 00000000 14000000 1b00 0500 05000000 00000000');
  expect(outcomeOf(ack, 'NEW_SERVICE')).toBeNull();
});

test('an ERROR carries the errno, and the name of the command that met it', () => {
  const exists = only('24000000 0200 0000 05000000 00000000 efffffff 14000000 1b00 0500 05000000 00000000');
  const error = outcomeOf(exists, 'NEW_SERVICE');
  expect(error).toMatchObject({ command: 'NEW_SERVICE', errno: 17, errnoName: 'EEXIST', extendedAck: null });
  expect(error?.message).toBe('NEW_SERVICE: EEXIST');
});

test('the kernel’s text is read after a whole request, and after a capped one', () => {
  const text = '0b000100 6261642074746c 00';
  const whole = `34000000 0200 0002 05000000 00000000 eaffffff 14000000 1b00 0500 05000000 00000000 deadbeef ${text}`;
  expect(outcomeOf(only(whole), 'NEW_DAEMON')?.extendedAck).toBe('bad tt');
  const capped = `30000000 0200 0003 05000000 00000000 eaffffff 14000000 1b00 0500 05000000 00000000 ${text}`;
  expect(outcomeOf(only(capped), 'NEW_DAEMON')?.extendedAck).toBe('bad tt');
});

test('a DONE may carry an errno', () => {
  expect(outcomeOf(only('14000000 0300 0200 05000000 00000000 00000000'), 'GET_DEST')).toBeNull();
  expect(outcomeOf(only('14000000 0300 0200 05000000 00000000 fcffffff'), 'GET_DEST')?.errnoName).toBe('EINTR');
  expect(outcomeOf(only('10000000 0300 0200 05000000 00000000'), 'GET_DEST')).toBeNull();
});
