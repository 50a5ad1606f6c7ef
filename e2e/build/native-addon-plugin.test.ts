import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { projectNode, projectRoot } from '../lab/project-root.ts';
import { bundleOptions } from './bundle-options.ts';
import { nativeAddonPlugin } from './native-addon-plugin.ts';

/** Asks the kernel for the id of the controller's own family (CTRL_CMD_GETFAMILY of nlctrl), which is always 16. */
const program = (module: string, open: string) => `
  import { ${open} as open } from './agents/netlink/${module}';
  const message = Buffer.from('20000000100001000100000000000000' + '03010000' + '0b000200' + '6e6c6374726c0000', 'hex');
  message.writeUInt32LE(message.length, 0);
  const failed = (error) => { throw error; };
  const received = (answer) => {
    const id = Buffer.from(answer).indexOf(Buffer.from('06000100', 'hex'));
    console.log('family', Buffer.from(answer).readUInt16LE(id + 4));
    setImmediate(() => socket.close());
    return false;
  };
  const socket = open({ received, failed });
  socket.send(message);
`;

test.each([
  ['raw-socket.ts', 'openRawSocket'],
  ['ffi-socket.ts', 'openFfiSocket'],
])('a bundle with %s speaks netlink with no node_modules in reach, and leaves no file behind', async (module, open) => {
  const folder = mkdtempSync(join(tmpdir(), 'shoal-addon-test-'));
  try {
    const outfile = join(folder, 'program.mjs');
    await build({
      ...bundleOptions,
      stdin: { contents: program(module, open), resolveDir: projectRoot },
      outfile,
      plugins: [nativeAddonPlugin()],
    });
    const said = execFileSync(projectNode, [outfile], {
      cwd: folder,
      env: { ...process.env, TMPDIR: folder },
      encoding: 'utf8',
    });
    expect(said).toBe('family 16\n');
    expect(readdirSync(folder)).toEqual(['program.mjs']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
