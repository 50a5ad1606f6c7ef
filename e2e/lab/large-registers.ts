import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { debianEnvironment, debianProgram } from './debian-program.ts';
import { projectRoot } from './project-root.ts';

const source = join(projectRoot, 'e2e', 'lab', 'keeper', 'large-register-state.c');

/**
 * The path of a library built into `folder` that user-mode Linux must load first on CPUs with AMX, whose register state
 * it can't hold (the C file tells); an empty text on CPUs that need none. Throws without a C compiler.
 */
export async function libraryForLargeRegisters(folder: string): Promise<string> {
  if (!/^flags\s*:.*\bamx_tile\b/m.test(readFileSync('/proc/cpuinfo', 'utf8'))) return '';
  const compiler = debianProgram('/usr/bin/tcc') ?? debianProgram('/usr/bin/cc');
  if (!compiler) throw new Error('This CPU has AMX, for which the lab needs the package tcc: run `npm run setup`.');
  const library = join(folder, 'large-register-state.so');
  const flags = ['-shared', '-nostdlib', '-fPIC', '-fno-builtin'];
  await promisify(execFile)(compiler, [...flags, '-o', library, source], { env: debianEnvironment() });
  return library;
}
