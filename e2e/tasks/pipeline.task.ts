import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { definitionSchema } from '../../domain/definition/definition.ts';
import { shoalFile } from '../command-line/run-shoal.ts';
import { signIn } from '../console/console-caller.ts';
import { untilInStep } from '../demo/define-demo.ts';
import { holdVip } from '../lab/hold-vip.ts';
import { publicAddress, type RealServer, realServers } from '../lab/namespaces.ts';
import { projectNode, projectRoot } from '../lab/project-root.ts';
import { startAgent } from '../lab/start-agent.ts';
import { startTraffic, type Traffic } from '../lab/start-traffic.ts';
import { openSite, type TaskSite } from './open-site.ts';
import { runScript } from './run-script.ts';

/** The pipeline of docs/operations, as it stands there, on a real kernel while clients go on asking. No browser. */
test.describe.configure({ mode: 'serial' });

const cluster = 'shop';
const webVip = '10.0.0.100';
const folder = mkdtempSync(join(tmpdir(), 'shoal-pipeline-'));
let site: TaskSite;
let traffic: Traffic;
let deployer: Server;
let environment: Record<string, string>;
/** What was deployed, in its order. */
const deployed: string[] = [];

const definition = definitionSchema.parse({
  realServers: realServers.map((name) => ({ name, addresses: [publicAddress(name)] })),
  services: [
    {
      name: 'web',
      key: { kind: 'address', protocol: 'TCP', address: webVip, port: 80 },
      scheduler: 'rr',
      check: { kind: 'http', path: '/', interval: 1, timeout: 1, rise: 1, fall: 3 },
      destinations: realServers.map((server) => ({
        ...{ address: publicAddress(server), port: 80, forwarding: 'direct-routing', weight: 1 },
      })),
    },
  ],
});

const drop = (server: RealServer, how: '-A' | '-D') =>
  site.lab.exec(server, ['iptables-legacy', how, 'INPUT', '-p', 'tcp', '--dport', '80', '-j', 'DROP']);

/** A deployment: for a while the server answers nobody, so that a client who is sent there fails. */
async function deploy(server: RealServer, version: string): Promise<void> {
  await drop(server, '-A');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await drop(server, '-D');
  deployed.push(`${server} ${version}`);
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  site = await openSite();
  const { username, password } = site.firstSignIn;
  const caller = await signIn(site.console.url, username, password);
  const reason = 'a new cluster';
  await caller.clusters.create.mutate({ name: cluster });
  const change = { kind: 'replace' as const, definition };
  await caller.definition.applyChange.mutate({ cluster, base: 0, change, reason });
  const { token: enrolment } = await caller.directors.token.mutate({ cluster, name: 'lb1', reason });
  await startAgent(site.lab, 'lb1', { token: enrolment });
  await holdVip(site.lab, webVip);
  await untilInStep(caller, 1);
  traffic = await startTraffic(site.lab, 'c1', { target: { host: webVip, port: 80 }, requestsPerSecond: 20 });
  const limits = { role: 'operator' as const, clusters: [cluster], scopes: ['releases' as const] };
  const { token } = await caller.tokens.create.mutate({ name: 'pipeline', ...limits });
  deployer = createServer((request, response) => {
    const [, server = '', version = ''] = (request.url ?? '').split('/');
    const done =
      version === 'broken' ? Promise.reject(new Error('it does not start')) : deploy(server as RealServer, version);
    done.then(
      () => response.end(),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => deployer.listen(0, '127.0.0.1', resolve));
  const { port } = deployer.address() as AddressInfo;
  const deployProgram = join(folder, 'deploy');
  writeFileSync(deployProgram, `#!/bin/sh\nexec curl -fsS "http://127.0.0.1:${port}/$1/$2"\n`);
  chmodSync(deployProgram, 0o755);
  symlinkSync(shoalFile, join(folder, 'shoal'));
  environment = {
    ...{ PATH: `${folder}:${dirname(projectNode)}:${process.env.PATH}`, HOME: folder },
    ...{ SHOAL_URL: site.console.url, SHOAL_TOKEN: token, SHOAL_CLUSTER: cluster },
    ...{ DEPLOY: deployProgram, WATCH: '2s' },
  };
});
test.afterAll(async () => {
  deployer?.close();
  await site?.close();
  rmSync(folder, { recursive: true });
});

const pipeline = (version: string) =>
  runScript(join(projectRoot, 'docs/operations/release-pipeline.sh'), { ...environment, VERSION: version });

test('new code goes on two waves of two real servers, each drained while it is deployed', async () => {
  test.setTimeout(180_000);
  const { code, output } = await pipeline('web-4.2');
  expect([code, output]).toEqual([0, expect.stringMatching(/release \S+ \(shop\): done/)]);
  expect(deployed).toEqual(realServers.map((server) => `${server} web-4.2`));
  const { stdout } = await site.lab.exec('lb1', ['ipvsadm', '-Sn']);
  expect(stdout.match(/-g -w 1$/gm)).toHaveLength(realServers.length);
});

test('a deployment that fails returns every server to service, and the pipeline fails', async () => {
  test.setTimeout(120_000);
  const { code, output } = await pipeline('broken');
  expect([code, output]).toEqual([22, expect.stringMatching(/rolling back[\s\S]*rolled-back/)]);
  const { stdout } = await site.lab.exec('lb1', ['ipvsadm', '-Sn']);
  expect(stdout.match(/-g -w 1$/gm)).toHaveLength(realServers.length);
});

test('not one request of a client failed', async () => {
  const { connections, failures } = await traffic.stop();
  expect(Object.keys(connections).toSorted()).toEqual([...realServers]);
  expect(failures).toEqual({});
});
