import { expect, test } from 'vitest';
import { type Follower, mostFollowed } from '../trpc/follower.ts';
import { Hub, type Viewed } from './hub.ts';

interface Numbered {
  readonly number: number;
}

/** A view that is another one each time it is made, and how often it was. */
function counted(key = 'a'): { viewed: Viewed<Numbered>; made: () => number; gone: () => void } {
  let number = 0;
  let exists = true;
  return {
    viewed: { key, make: () => (exists ? { number: ++number } : null) },
    made: () => number,
    gone: () => {
      exists = false;
    },
  };
}

const follower = (): Follower & { waiting: number } => {
  const state = { waiting: 0, following: 0, backlog: () => state.waiting };
  return state;
};

const next = async (events: AsyncGenerator<readonly [string, Numbered, ...unknown[]], void>) => {
  const { value } = await events.next();
  return value ? { id: value[0], number: value[1].number } : null;
};

test('a view is made once a tick for all who follow it, and not when nobody does', async () => {
  const hub = new Hub('boot', Date.now);
  const { viewed, made } = counted();
  hub.tick();
  expect(made()).toBe(0);
  const many = Array.from({ length: 20 }, () => hub.follow(viewed, undefined, follower()));
  for (const events of many) expect(await next(events)).toMatchObject({ number: 1 });
  const later = many.map(next);
  hub.tick();
  for (const event of later) expect(await event).toMatchObject({ number: 2 });
  expect(made()).toBe(2);
  for (const events of many) await events.return();
  expect(hub.followers).toBe(0);
  hub.tick();
  expect(made()).toBe(2);
});

test('ids carry the boot and never come twice', async () => {
  const hub = new Hub('boot', Date.now);
  const { viewed } = counted();
  const events = hub.follow(viewed, undefined, follower());
  const first = await next(events);
  hub.tick();
  const second = await next(events);
  expect(first?.id).toMatch(/^boot-/);
  expect(second?.id).not.toBe(first?.id);
});

test('a slow browser misses what came between, and gets the latest', async () => {
  const hub = new Hub('boot', Date.now);
  const { viewed } = counted();
  const slow = follower();
  const events = hub.follow(viewed, undefined, slow);
  await next(events);
  slow.waiting = 10_000_000;
  const later = next(events);
  for (let tick = 0; tick < 5; tick++) {
    hub.tick();
    await new Promise((resolve) => setImmediate(resolve));
  }
  slow.waiting = 0;
  hub.tick();
  expect(await later).toMatchObject({ number: 7 });
});

test('a browser that goes away is forgotten, even when nothing changes any more', async () => {
  const hub = new Hub('boot', Date.now);
  const abort = new AbortController();
  const gone = follower();
  const events = hub.follow(counted().viewed, abort.signal, gone);
  await next(events);
  const last = events.next();
  abort.abort();
  expect(await last).toEqual({ done: true, value: undefined });
  expect([hub.followers, gone.following]).toEqual([0, 0]);
});

test('a view of what exists no more ends in a refusal', async () => {
  const hub = new Hub('boot', Date.now);
  const { viewed, gone } = counted();
  const events = hub.follow(viewed, undefined, follower());
  await next(events);
  gone();
  hub.tick();
  await expect(events.next()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(hub.followers).toBe(0);
});

test('a view that can’t be made fails those who follow it, and nobody else', async () => {
  const hub = new Hub('boot', Date.now);
  let broken = false;
  const make = () => {
    if (broken) throw new Error('a division by nothing');
    return { number: 1 };
  };
  const failing = hub.follow({ key: 'b', make }, undefined, follower());
  const other = hub.follow(counted().viewed, undefined, follower());
  await next(failing);
  await next(other);
  broken = true;
  hub.tick();
  await expect(failing.next()).rejects.toThrow('a division by nothing');
  expect(await next(other)).toMatchObject({ number: 2 });
});

test('one connection follows a bounded number of views', async () => {
  const hub = new Hub('boot', Date.now);
  const greedy = follower();
  for (let view = 0; view < mostFollowed; view++) await next(hub.follow(counted(`${view}`).viewed, undefined, greedy));
  await expect(hub.follow(counted('more').viewed, undefined, greedy).next()).rejects.toMatchObject({
    code: 'TOO_MANY',
  });
});

test('many changes in a moment are one event', async () => {
  const hub = new Hub('boot', Date.now);
  const { viewed, made } = counted();
  const events = hub.follow(viewed, undefined, follower());
  await next(events);
  for (let change = 0; change < 100; change++) hub.touch();
  expect(await next(events)).toMatchObject({ number: 2 });
  expect(made()).toBe(2);
});

test('samples that come close together are shown together, without waiting for the beat', async () => {
  const hub = new Hub('boot', Date.now);
  const { viewed, made } = counted();
  const events = hub.follow(viewed, undefined, follower());
  await next(events);
  for (let sample = 0; sample < 5; sample++) hub.touchSoon();
  expect(await next(events)).toMatchObject({ number: 2 });
  expect(made()).toBe(2);
  hub.stop();
});
