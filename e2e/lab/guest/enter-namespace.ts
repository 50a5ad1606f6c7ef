import { closeSync, openSync } from 'node:fs';
import koffi from 'koffi';

const setns = koffi.load('libc.so.6').func('int setns(int fd, int nstype)');
const CLONE_NEWNET = 0x40000000;

/**
 * Moves this thread into a network namespace made by `ip netns`. Sockets that it opens from now on belong there, and
 * stay there when it moves on, so one process can serve several machines. Throws where setns(2) fails.
 */
export function enterNamespace(name: string): void {
  const file = openSync(`/run/netns/${name}`, 'r');
  const result = setns(file, CLONE_NEWNET);
  closeSync(file);
  if (result !== 0) throw new Error(`setns ${name} failed`);
}
