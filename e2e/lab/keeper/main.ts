// The first process of the lab's own process, mount and network namespaces. When it ends, for whatever reason, the
// kernel ends everything in them, the guest included; it ends when its standard input does, so with whoever started it.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createRelay } from '../relay.ts';
import { chooseCpu } from './choose-cpu.ts';
import { controlInGuest, type KeeperSettings } from './keeper-settings.ts';

const settings = JSON.parse(process.argv[2] ?? '') as KeeperSettings;

process.stdin.on('end', end).on('error', end).resume();
process.on('SIGTERM', end);

// A private tmpfs of its own size: the machine's /dev/shm may be far too small for the guest's memory (64 MB in many
// containers), and what stands in this one goes when we go.
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1200m', 'lab', '/dev/shm']);
execFileSync('ip', ['-batch', '-'], {
  input: [
    'link set lo up',
    'tuntap add tap0 mode tap',
    'addr add 10.254.0.1/24 dev tap0',
    'link set tap0 up',
    'route add 10.255.0.0/24 via 10.254.0.2',
    '',
  ].join('\n'),
});

createRelay(() => ({ path: join(settings.folder, 'console.sock') })).listen(3000, '10.254.0.1');
createRelay(() => controlInGuest).listen(join(settings.folder, 'control.sock'));

// hostfs shows the guest the machine's files, read-only. UML appends words of its own after `--`.
const allowed = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
const guest = spawn(
  'taskset',
  [
    ...['-c', String(chooseCpu(allowed, Math.random())), settings.kernel],
    ...['mem=1024M', 'umid=lab', 'uml_dir=/dev/shm/', 'quiet', 'loglevel=3'],
    ...['root=/dev/root', 'rootfstype=hostfs', 'rootflags=/', 'ro', 'init=/usr/bin/bash'],
    ...['con=null', 'con0=null,fd:1', 'vec0:transport=tap,ifname=tap0,depth=64', '--', join(settings.folder, 'init')],
  ],
  {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TMPDIR: '/dev/shm', ...(settings.preload && { LD_PRELOAD: settings.preload }) },
  },
);
guest.on('error', (error) => console.error(String(error)));
guest.on('close', end);

function end(): void {
  rmSync(settings.folder, { recursive: true, force: true });
  process.exit();
}
