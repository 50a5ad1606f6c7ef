import { expect, test } from 'vitest';
import type { AgentMessage } from '../../domain/wire/messages.ts';
import { Troubles } from './troubles.ts';

function newTroubles() {
  const told: (string | null)[] = [];
  const link = { up: true };
  const send = (message: AgentMessage) => {
    if (link.up && message.type === 'trouble') told.push(message.detail);
    return link.up;
  };
  return { told, link, troubles: new Troubles(send) };
}

test('each change is told once; a part that is well again leaves the others’ trouble', () => {
  const { told, troubles } = newTroubles();
  troubles.say('intent', null);
  troubles.say('table', 'EPERM');
  troubles.say('table', 'EPERM');
  troubles.say('intent', 'the disk is full');
  troubles.say('table', null);
  troubles.say('intent', null);
  expect(told).toEqual(['EPERM', 'EPERM · the disk is full', 'the disk is full', null]);
});

test('a console that comes hears what stands, and nothing where all is well', () => {
  const { told, link, troubles } = newTroubles();
  link.up = false;
  troubles.say('table', 'EPERM');
  link.up = true;
  troubles.greet();
  troubles.greet();
  expect(told).toEqual(['EPERM', 'EPERM']);
  troubles.say('table', null);
  troubles.greet();
  expect(told).toEqual(['EPERM', 'EPERM', null]);
});

test('a long list is cut to what the wire carries', () => {
  const { told, troubles } = newTroubles();
  troubles.say('table', 'x'.repeat(3000));
  expect(told[0]).toHaveLength(2000);
});
