import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

/** Where set-up unpacks Debian packages for people who aren't root. */
export const unpackedRoot = join(projectRoot, '.cache', 'debian', 'root');

/**
 * The absolute path of a program of a Debian package, installed or unpacked in the project's cache; undefined when
 * there is neither. `path` is as on an installed system, for example `/usr/bin/linux.uml`; some packages still hold their
 * programs in /sbin, which there is the same as /usr/sbin.
 */
export function debianProgram(path: string): string | undefined {
  const unpacked = [path, path.replace(/^\/usr/, '')].map((name) => join(unpackedRoot, name));
  return [path, ...unpacked].find((candidate) => existsSync(candidate));
}

/** The environment in which unpacked programs find each other and their libraries; ours where all are installed. */
export function debianEnvironment(): NodeJS.ProcessEnv {
  const own = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` };
  if (!existsSync(unpackedRoot)) return own;
  const machine = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' }[process.arch as string] ?? '';
  const below = (...paths: string[]) => paths.map((path) => join(unpackedRoot, path)).join(':');
  return {
    ...own,
    PATH: `${own.PATH}:${below('usr/sbin', 'usr/bin', 'sbin', 'bin')}`,
    LD_LIBRARY_PATH: below(`usr/lib/${machine}`, `lib/${machine}`),
  };
}
