import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { writeShoalYaml } from '../../domain/formats/shoal-text/write-shoal-yaml.ts';
import { program, somebody } from '../../server/api/api.example.ts';
import { commandTable } from '../../server/cli/command-table.ts';
import { commandHelp } from '../../server/cli/help-text.ts';
import { ReleaseFleet, shopDefinition, shopKey } from '../../server/releases/release-fleet.example.ts';
import { commandLineStep } from '../build/steps.ts';
import { type Ended, runShoal } from './run-shoal.ts';

/** The very file, against a real console whose directors’ kernels are played. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const site = new ReleaseFleet();
const folder = mkdtempSync(join(tmpdir(), 'shoal-cli-'));
let token: string;
let isOver = false;
let going: Promise<void>;

const seconds = async (): Promise<void> => {
  while (!isOver) await site.step();
};

beforeAll(async () => {
  await commandLineStep.run();
  await site.start();
  token = (await program(site.fleet.console, 'administrator')).token ?? '';
  going = seconds();
});
afterAll(async () => {
  isOver = true;
  await going;
  await site.remove();
  rmSync(folder, { recursive: true });
});

const shoal = (args: string, env: Record<string, string> = {}, input?: string): Promise<Ended> =>
  runShoal(
    [...args.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    { SHOAL_URL: site.fleet.console.url, SHOAL_TOKEN: token, ...env },
    input,
  );
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const active = (count: number) => {
  for (const kernel of site.kernels.values()) kernel.activeConn.set(`${shopKey} 10.0.0.21`, count);
};

/** Lets so many go on serving at least, in each virtual service; only an administrator may loosen that. */
async function guarded(leastServing: number): Promise<void> {
  const { revision: base, definition } = site.fleet.cluster.wanted;
  const settings = { ...definition.settings, guard: { leastServing, leastWeightPercent: 0 } };
  const change = { kind: 'set-settings' as const, settings };
  await site.fleet.console
    .as('administrator')
    .definition.applyChange({ cluster: 'shop', base, change, reason: 'guard' });
}

describe('how it is used', () => {
  test('every command is in the help, and has one of its own', async () => {
    const [all, ofDrain, ofContexts] = await Promise.all([
      shoal('--help'),
      shoal('drain --help'),
      shoal('help contexts'),
    ]);
    for (const command of commandTable) {
      expect(all.out).toContain(`shoal ${command.name.join(' ')}`);
      expect(commandHelp(command).join('\n')).toContain('--json');
    }
    expect(ofDrain).toMatchObject({ code: 0, err: '', out: expect.stringContaining('--at-deadline WHAT') });
    expect(ofContexts.out).toContain('"contexts"');
  });

  test.each([
    ['what there isn’t', 'drian web1', 'shoal --help'],
    ['what begins alike', 'rel', 'release start'],
    ['an option that there isn’t', 'drain web1 --forse', 'drain --help'],
    ['a value that may not be', 'drain web1 --mode hard', '--mode hard: it may be wait, elsewhere, cut'],
    ['a time that is none', 'drain web1 --reason x --timeout soon', '--timeout soon: write a time'],
    ['no reason', 'drain web1', '--reason'],
    ['no server', 'drain --reason x', 'Name a real server'],
    ['nobody to ask', 'apply -f - --reason x', '--yes'],
  ])('%s ends with 64 and what to do', async (_, args, said) => {
    const ended = await shoal(args, {}, writeShoalYaml(shopDefinition));
    expect([ended.code, ended.err]).toEqual([64, expect.stringContaining(said)]);
  });

  test('without a console it says what is missing; without an answer, that it isn’t reached', async () => {
    expect(await runShoal(['status'], {})).toMatchObject({ code: 64, err: expect.stringContaining('SHOAL_URL') });
    const nobody = await runShoal(['status'], { SHOAL_URL: site.fleet.console.url });
    expect(nobody).toMatchObject({ code: 64, err: expect.stringContaining('SHOAL_TOKEN') });
    expect(await shoal('status', { SHOAL_TOKEN: 'wrong' })).toMatchObject({ code: 4, out: '' });
    const away = await shoal('status', { SHOAL_URL: 'http://127.0.0.1:9' });
    expect([away.code, away.err]).toEqual([5, expect.stringContaining('can’t be reached')]);
  });

  test('a config file names consoles, and is refused when others may read its token', async () => {
    const home = mkdtempSync(join(folder, 'config-'));
    execFileSync('mkdir', [join(home, 'shoal')]);
    const path = join(home, 'shoal', 'config.json');
    const contexts = { here: { url: site.fleet.console.url, token, cluster: 'shop' } };
    writeFileSync(path, JSON.stringify({ contexts }), { mode: 0o644 });
    expect((await runShoal(['status'], { XDG_CONFIG_HOME: home })).err).toContain('chmod 600');
    execFileSync('chmod', ['600', path]);
    expect(await runShoal(['status'], { XDG_CONFIG_HOME: home })).toMatchObject({ code: 0 });
    const other = await runShoal(['status', '--context', 'there'], { XDG_CONFIG_HOME: home });
    expect([other.code, other.err]).toEqual([64, expect.stringContaining('no context there')]);
  });

  test.each(['bash', 'zsh', 'fish'])('the completion of %s has every command', async (shell) => {
    const { code, out } = await shoal(`completion ${shell}`, { SHOAL_URL: '', SHOAL_TOKEN: '' });
    expect(code).toBe(0);
    for (const { name } of commandTable) expect(out).toContain(name.at(-1));
    expect(out).toContain('give-up');
  });

  test('bash completes commands, what follows them, options and choices', async () => {
    const script = file('complete.bash', (await shoal('completion bash')).out);
    const complete = (words: string[]): string => {
      const line = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}) COMP_CWORD=${words.length - 1}`;
      return execFileSync('bash', ['-c', `source ${script}; ${line}; _shoal; echo "\${COMPREPLY[@]}"`])
        .toString()
        .trim();
    };
    expect(complete(['shoal', 'dr'])).toBe('drain');
    expect(complete(['shoal', 'release', 'ro'])).toBe('roll-back');
    expect(complete(['shoal', 'drain', '--dead'])).toBe('--deadline');
    expect(complete(['shoal', 'drain', 'web1', '--mode', ''])).toBe('wait elsewhere cut');
  });
});

describe('what is read', () => {
  test('tables for people, one line of JSON for programs, and no colours in a pipe', async () => {
    const { out } = await shoal('status');
    expect(out).toMatch(/^DIRECTOR +STATE +AGE +HELD +WANTED$/m);
    expect(out).toMatch(/^web1 +serving/m);
    expect(out).not.toContain('\u001b');
    const { out: json } = await shoal('status --json');
    expect(json.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(json)).toMatchObject({ clusters: [{ name: 'shop', realServers: [{}, {}, {}, {}] }] });
    expect((await shoal('directors')).out).toMatch(/^shop +lb1/m);
    expect((await shoal('directors lb1')).out).toContain('TCP 10.0.0.100:80');
    expect((await shoal('table lb1')).out).toContain('10.0.0.21:80');
    expect((await shoal('findings')).code).toBe(0);
    expect((await shoal('directors lb7')).code).toBe(4);
  });

  test('a refusal is JSON, too, where that is asked for', async () => {
    const { code, out } = await shoal('directors lb7 --json');
    expect([code, JSON.parse(out)]).toMatchObject([4, { exit: 4, problem: { code: 'NOT_FOUND', status: 404 } }]);
  });
});

describe('draining', () => {
  test('waits until nothing is left, and says what is when the time is over', async () => {
    active(2);
    const late = await shoal('drain web1 --reason "disk" --wait --timeout 2s');
    expect([late.code, late.err]).toEqual([3, expect.stringContaining('2 active')]);
    active(0);
    const again = await shoal('drain web1 --reason "disk" --wait --timeout 30s');
    expect(again).toMatchObject({ code: 0, out: 'web1: drained\n', err: '' });
    expect(site.kernel('lb1').tables.at(-1)?.[`${shopKey} 10.0.0.21`]).toBe(0);
    const back = await shoal('return web1 --reason "new disk" --wait --timeout 30s --json');
    expect([back.code, JSON.parse(back.out)]).toMatchObject([0, { returned: true, job: { state: 'done' } }]);
    expect(site.kernel('lb1').tables.at(-1)?.[`${shopKey} 10.0.0.21`]).toBe(1);
  });

  test('by label, in one service alone, and only as a plan', async () => {
    const plan = await shoal('drain --label half=a --service shop --reason x --plan');
    expect(plan.out).toMatch(/ipvsadm -e -t 10\.0\.0\.100:80 -r 10\.0\.0\.2[13]:80 -g -w 0/);
    expect(site.fleet.cluster.wanted.overlays).toEqual([]);
    const done = await shoal('drain --label half=a --service shop --reason x --wait --timeout 30s');
    expect(done.out).toBe('web1, web3: drained\n');
    expect(site.kernel('lb1').tables.at(-1)).toMatchObject({ 'TCP 10.0.0.100:8443 10.0.0.21': 1 });
    expect((await shoal('return --label half=a --service shop --reason x --wait --timeout 30s')).code).toBe(0);
    expect((await shoal('drain web9 --reason x')).err).toContain('no real server web9');
  });

  test('below the guard it ends with 2, and says of which service', async () => {
    await guarded(4);
    const refused = await shoal('drain web2 --reason x');
    expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/shop .*would serve/)]);
    expect((await shoal('drain web2 --reason x --over-guard --wait --timeout 30s')).code).toBe(0);
    expect((await shoal('return web2 --reason x --wait --timeout 30s')).code).toBe(0);
    await guarded(0);
  });
});

test('a kernel that doesn’t take it ends with 1, and the job tells where', async () => {
  site.kernel('lb2').outcome = 'failed';
  const failed = await shoal('drain web3 --reason x --wait --timeout 20s');
  expect([failed.code, failed.err]).toEqual([1, expect.stringContaining('lb2')]);
  site.kernel('lb2').outcome = 'applied';
  expect((await shoal('return web3 --reason x --wait --timeout 30s')).code).toBe(0);
  const { generation } = site.fleet.cluster.wanted;
  const told = await shoal(`job shop-${generation} --wait`);
  expect([told.code, told.out]).toEqual([0, expect.stringContaining('lb2 applied, read back agrees')]);
});

describe('definitions', () => {
  const heavier = writeShoalYaml(shopDefinition).replace('weight: 1', 'weight: 7');

  test('a plan changes nothing; applying it does, once somebody said yes', async () => {
    const yaml = file('shop.yaml', heavier);
    const plan = await shoal(`plan -f ${yaml}`);
    expect(plan.out).toContain('-w 7');
    const { revision } = site.fleet.cluster.wanted;
    const applied = await shoal(`apply -f ${yaml} --reason "more" --yes --wait --timeout 30s`);
    expect([applied.code, applied.out]).toEqual([0, expect.stringContaining(`revision ${revision + 1}`)]);
    expect((await shoal('export')).out).toContain('weight: 7');
    const { rows } = await site.fleet.console.as('viewer').audit.list({ filters: { action: 'definition.apply' } });
    expect(rows[0]).toMatchObject({ actorKind: 'token', reason: 'more' });
  });

  test('one that is not valid names the line, and another tool’s file says what is left out', async () => {
    const wrong = await shoal('plan -f -', {}, 'shoal: 1\nservices:\n  - name: x\n    key: nonsense\n');
    expect([wrong.code, wrong.err]).toEqual([4, expect.stringMatching(/-:4: left out: value-invalid/)]);
    const conf = file(
      'k.conf',
      'virtual_server 10.0.0.9 80 {\n lb_algo rr\n lb_kind DR\n protocol TCP\n notify_up /x\n real_server 10.0.0.5 80 { weight 2 }\n}\n',
    );
    const read = await shoal(`import ${conf}`, { SHOAL_URL: '', SHOAL_TOKEN: '' });
    expect([read.code, read.out, read.err]).toEqual([
      0,
      expect.stringContaining('TCP 10.0.0.9:80'),
      expect.stringContaining('k.conf:5: left out'),
    ]);
    expect((await shoal(`import ${conf} --strict`)).code).toBe(1);
    const rules = await shoal(`import ${conf} --format ipvsadm-save`);
    expect(rules.out).toContain('-a -t 10.0.0.9:80 -r 10.0.0.5:80 -g -w 2');
  });
});

test('a release: it holds at each wave, names its servers, and ends', async () => {
  const start = 'release start --waves label=half --watch 0s --passes 0 --reason "v2" --wait --timeout 30s';
  const begun = await shoal(`${start} --servers`);
  expect(begun).toMatchObject({ code: 0, out: 'web1\nweb3\n' });
  expect((await shoal('release status')).out).toMatch(/^ *1 +current +web1 +drained/m);
  expect((await shoal('release list')).out).toMatch(/running +hold +1\/2/);
  const second = await shoal('release continue --reason "wave 1" --wait --timeout 30s');
  expect(second.out).toMatch(/wave 2 of 2, hold: web2 drained, web4 drained/);
  const done = await shoal('release continue --reason "wave 2" --wait --timeout 30s');
  expect(done).toMatchObject({ code: 0, out: expect.stringMatching(/^release \S+ \(shop\): done\n$/) });
  expect((await shoal('release halt --reason late')).code).toBe(4);
  const again = await shoal('release start --waves web1/web2 --reason "v3" --wait --timeout 30s --json');
  expect(JSON.parse(again.out)).toMatchObject({
    waves: [{ standing: 'current' }, {}],
    state: { step: 'hold', wave: 0 },
  });
  const back = await shoal('release roll-back --reason "broken" --wait --timeout 30s');
  expect(back).toMatchObject({ code: 0, out: expect.stringContaining('rolled-back') });
});

test('the audit log: listed, exported, and verified offline', async () => {
  expect((await shoal('audit list --action definition.apply --limit 1')).out).toMatch(
    /lb1 agrees, lb2 agrees +more|r$/m,
  );
  const log = join(folder, 'audit.jsonl');
  expect((await shoal(`audit export -o ${log}`)).code).toBe(0);
  const { publicKey: key } = site.parts.key;
  const nowhere = { SHOAL_URL: '', SHOAL_TOKEN: '' };
  expect(await shoal(`audit verify ${log} --key ${key}`, nowhere)).toMatchObject({ code: 0 });
  const lines = readFileSync(log, 'utf8').replace('"reason":"more"', '"reason":"less"');
  const edited = await shoal(`audit verify ${file('edited.jsonl', lines)} --key ${key}`, nowhere);
  expect([edited.code, edited.out]).toEqual([1, expect.stringContaining('NOT as it was written')]);
  const database = join(site.fleet.console.dataDirectory, 'shoal.db');
  expect(await shoal(`audit verify ${database} --key ${key}`, nowhere)).toMatchObject({ code: 0 });
  expect((await shoal('audit export --format csv --actor nobody')).out.trim().split('\n')).toHaveLength(1);
});

test('what a token may not do ends with 4', async () => {
  const { cookie } = await somebody(site.fleet.console, 'operator');
  const caller = await site.fleet.console.open.caller(new Headers({ cookie }));
  const { token: small } = await caller.tokens.create({ name: 'small', role: 'viewer' });
  const ended = await shoal('drain web1 --reason x', { SHOAL_TOKEN: small });
  expect([ended.code, ended.err]).toEqual([4, expect.stringContaining('needs the role operator')]);
});
