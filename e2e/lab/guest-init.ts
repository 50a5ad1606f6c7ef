import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackedRoot } from './debian-program.ts';
import { projectNode, projectRoot } from './project-root.ts';

/** The bash script that the guest boots into: `guest/init.sh` with the paths of this machine before it. */
export function guestInit({ control }: { control: string }): string {
  const script = readFileSync(join(projectRoot, 'e2e', 'lab', 'guest', 'init.sh'), 'utf8');
  const variables = {
    NODE: projectNode,
    CONTROL: control,
    UNPACKED: existsSync(unpackedRoot) ? unpackedRoot : '',
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}='${value.replaceAll("'", "'\\''")}'`);
  return `${lines.join('\n')}\n${script}`;
}
