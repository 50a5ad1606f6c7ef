import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lookCapability } from '../domain/connections/connection-summary.ts';
import { wholeIntentCapability } from '../domain/wire/intent.ts';
import { witnessCapability } from '../domain/wire/witness-messages.ts';
import type { AppliedMessage } from './apply/apply-intent.ts';
import { readState } from './apply/read-state.ts';
import { namesSettings, planWanted, wantedBy } from './apply/wanted.ts';
import { Checker } from './checks/checker.ts';
import { HealthBook } from './checks/health-book.ts';
import { probe } from './checks/probe.ts';
import type { Self } from './connection/answer-challenge.ts';
import { type ConnectionParts, ConsoleConnection } from './connection/console-connection.ts';
import { Troubles } from './connection/troubles.ts';
import { Looker, type LookerParts } from './connections/looker.ts';
import { lookBounds, readConnections } from './connections/read-connections.ts';
import { acceptIntent } from './intent/accept-intent.ts';
import { AgentState } from './intent/agent-state.ts';
import { Director, type DirectorParts } from './intent/director.ts';
import type { HeldIntent, Identity } from './intent/director-state.ts';
import { newKeyPair } from './intent/ed25519.ts';
import { takeFolder } from './intent/folder-lock.ts';
import { ObeyedIntent } from './intent/obeyed-intent.ts';
import { Ipvs } from './ipvs/ipvs.ts';
import type { Kernel } from './ipvs/kernel.ts';
import { datedLog } from './log.ts';
import { systemSocket } from './netlink/system-socket.ts';
import { bootTimeReader } from './observe/boot-time.ts';
import { Observer } from './observe/observer.ts';
import { kernelInstance, readFacts } from './observe/read-facts.ts';
import { exitCode, helpText, type Options, readOptions } from './options.ts';
import { DriftRepair, type RepairParts } from './repair/drift-repair.ts';
import { UntoldRepairs } from './repair/untold-repairs.ts';
import { exitCodeOf, printPlan, printProgress } from './run-once.ts';
import { seededRandom } from './simulated/seeded-random.ts';
import { SimulatedKernel } from './simulated/simulated-kernel.ts';
import { simulatedProbe } from './simulated/simulated-probe.ts';
import { checkKernel, StartUpError } from './start-up.ts';
import { AuditWitness, keptCheckpoints } from './witness/witness.ts';
import { WitnessFile } from './witness/witness-file.ts';

const agentVersion = process.env.SHOAL_VERSION ?? 'development';
const capabilities = ['intent-1', wholeIntentCapability, lookCapability, witnessCapability];
/** Milliseconds that --once and --dry-run wait for the console's intent. */
const waitForIntent = 5000;

const log = datedLog(
  (text) => process.stderr.write(text),
  () => new Date(),
);
const print = (line: string) => process.stdout.write(`${line}\n`);
const now = () => performance.now();

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), hostname());
  if (!options.ok) throw new StartUpError(`${options.reason}; see --help`, exitCode.usage);
  const { mode } = options.value;
  if (mode === 'help') print(helpText);
  else if (mode === 'version') print(agentVersion);
  else {
    if (mode !== 'dry-run') await takeStateFolder(options.value);
    const state = openState(options.value);
    const kernel = await openKernel(options.value);
    await { run, once, 'dry-run': dryRun }[mode](options.value, state, kernel);
  }
}

async function takeStateFolder({ stateFolder }: Options): Promise<void> {
  try {
    const taken = await takeFolder(stateFolder, sleep);
    if (taken.ok) return;
    const why = 'two on one director would undo each other’s work';
    throw new StartUpError(`another agent, process ${taken.holder}, uses ${stateFolder}: ${why}`, exitCode.state);
  } catch (error) {
    throw error instanceof StartUpError ? error : unusable(stateFolder, error);
  }
}

function openState({ stateFolder, name }: Options): AgentState {
  try {
    const state = new AgentState(stateFolder, (problem) => log(problem.message));
    // Kept before enrolling, so that a lost answer doesn't cost the token.
    if (!state.identity) state.keepIdentity({ version: 1, name, ...newKeyPair(), enrolled: null });
    return state;
  } catch (error) {
    throw unusable(stateFolder, error);
  }
}

function unusable(stateFolder: string, error: unknown): StartUpError {
  const detail = error instanceof Error ? error.message : String(error);
  return new StartUpError(`the state folder ${stateFolder} can't be used: ${detail}`, exitCode.state);
}

async function openKernel({ simulated }: Options): Promise<Kernel> {
  const bootTime = bootTimeReader();
  if (simulated) return new SimulatedKernel(bootTime, seededRandom(1));
  const kernel = new Ipvs(await systemSocket(), bootTime);
  await checkKernel(kernel);
  return kernel;
}

/** Serves for as long as the process lives. */
async function run(options: Options, state: AgentState, kernel: Kernel): Promise<void> {
  const { socketUrl } = options;
  if (socketUrl === null) return;
  if (options.token && state.identity?.enrolled) log('the token is ignored: this director is enrolled already');
  const connection = connect(options, socketUrl, state, {
    generation: () => director.generation,
    welcomed() {
      observer.greet();
      troubles.greet();
      repairs.tellWaiting();
      checker.greet();
    },
    intent: (signed) => void director.take(signed),
    look: (look, filter, more) => void looker.look(look, filter, more),
    witness: (message) =>
      message.type === 'checkpoints' ? witness.keep(message.checkpoints) : witness.tell(message.request),
  });
  const looker = newLooker(options, (message) => void connection.send(message));
  const troubles = new Troubles((message) => connection.send(message));
  const witness = new AuditWitness({
    file: new WitnessFile(join(options.stateFolder, 'witness.jsonl'), keptCheckpoints),
    consoleKey: () => state.identity?.enrolled?.consoleKey ?? null,
    send: (message) => void connection.send(message),
    trouble: (detail) => troubles.say('witness', detail),
  });
  const repairs = new UntoldRepairs((message) => connection.send(message));
  const health = new HealthBook(state);
  const director = newDirector(options, state, kernel, health, {
    send: (message) => void connection.send(message),
    repaired: (message) => repairs.tell(message),
    trouble: (about, detail) => troubles.say(about, detail),
    applied: (settingsToo) => observer.lookNow(settingsToo),
  });
  const observer = new Observer({
    kernel,
    readFacts: () => readFacts(kernel),
    owned: () => state.owned,
    outByHealth: () => director.outByHealth,
    listening: () => connection.isWelcome,
    watching: () => director.repairs,
    saw: (observation, facts) => director.saw(observation, facts),
    send: (message) => connection.send(message),
    trouble: (detail) => troubles.say('table', detail),
  });
  const checker = new Checker({
    ...{ book: health, now, log, random: Math.random, probe: options.simulated ? simulatedProbe : probe },
    clock: () => performance.timeOrigin + performance.now(),
    send: (message) => connection.send(message),
    turned: () => void director.turnHealth(),
  });
  const end = (signal: string) => {
    log(`ending on ${signal}; the kernel's table stays as it is`);
    observer.stop();
    checker.stop();
    connection.stop();
    // What is being applied may end; a batch takes milliseconds.
    const ended = () => process.exit(exitCode.done);
    setTimeout(ended, 700);
    void director.idle().then(() => setTimeout(ended, 50));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  log(`agent ${agentVersion} of director ${options.name}${options.simulated ? ', simulated' : ''}`);
  connection.start();
  observer.start();
  await director.start();
  checker.start();
}

function newLooker({ simulated }: Options, send: LookerParts['send']): Looker {
  const parts = { path: '/proc/net/ip_vs_conn', now, rest: sleep, bounds: lookBounds };
  return new Looker({
    send,
    read: (filter, { sample, soFar }) =>
      simulated
        ? Promise.reject(new Error('a simulated director has no connections'))
        : readConnections({ ...parts, ...(soFar ? { soFar } : {}) }, filter, sample),
  });
}

/** Applies one intent, the console's or the held one, printing as it goes. */
async function once(options: Options, state: AgentState, kernel: Kernel): Promise<void> {
  let last: AppliedMessage | null = null;
  const director = newDirector(options, state, kernel, new HealthBook(state), {
    send(message) {
      printProgress(message, print);
      if (message.type === 'applied') last = message;
    },
    repaired: () => undefined,
    trouble: (_, detail) => detail && print(detail),
    applied: () => undefined,
  });
  const signed = await intentFromConsole(options, state);
  const applied = signed ? director.hold(signed) && (await director.applyAgain()) : await director.applyAgain();
  if (!applied && !signed) log('there is no intent: none is held, and no console sent one');
  process.exit(exitCodeOf(last));
}

/** Prints the plan for the held intent or, where none is held, the console's. Writes nothing. */
async function dryRun(options: Options, state: AgentState, kernel: Kernel): Promise<void> {
  const signed = state.intent ?? (await intentFromConsole(options, state));
  const enrolled = state.identity?.enrolled;
  const accepted = signed && enrolled && acceptIntent(signed, { ...enrolled, generation: 0 });
  if (!accepted?.ok) {
    log(accepted ? accepted.detail : 'there is no intent: none is held, and no console sent one');
    process.exit(exitCode.failed);
  }
  const intent = new ObeyedIntent(state, instanceOf(options)).toApply(accepted.intent);
  const wanted = wantedBy(intent, new HealthBook(state).laid);
  const observed = await readState(kernel, namesSettings(wanted) ? 'read' : null);
  if (!observed) throw new StartUpError('the kernel’s IPVS can’t be read', exitCode.failed);
  printPlan(intent, planWanted(wanted, observed, state.owned), print);
  process.exit(exitCode.done);
}

/** The intent that the console sends within a few seconds; null without a console, or when it sends none. */
async function intentFromConsole(options: Options, state: AgentState): Promise<HeldIntent | null> {
  const { socketUrl } = options;
  if (socketUrl === null) return null;
  const { promise, resolve } = Promise.withResolvers<HeldIntent | null>();
  const connection = connect(options, socketUrl, state, {
    // As if nothing were held, so that the console sends its intent in any case.
    generation: () => 0,
    welcomed: () => undefined,
    intent: ({ payload, signature }) => resolve({ version: 1, payload, signature }),
    look: () => undefined,
    witness: () => undefined,
  });
  setTimeout(() => resolve(null), waitForIntent);
  connection.start();
  const signed = await promise;
  connection.stop();
  return signed;
}

function newDirector(
  options: Options,
  state: AgentState,
  kernel: Kernel,
  health: HealthBook,
  outward: Pick<DirectorParts, 'send' | 'trouble' | 'applied'> & Pick<RepairParts, 'repaired'>,
): Director {
  const { repaired, trouble } = outward;
  const contested = (detail: string | null) => trouble('contest', detail);
  const outByHealth = () => health.laid;
  const repair = new DriftRepair({ kernel, now, log, repaired, outByHealth, trouble: contested });
  const obeyed = new ObeyedIntent(state, instanceOf(options));
  return new Director({ obeyed, repair, health, kernel, now, log, ...outward });
}

/** A simulated table ends with its process. */
const instanceOf = ({ simulated }: Options): string =>
  simulated ? `simulated ${process.pid} ${Date.now()}` : kernelInstance();

function connect(
  { token, simulated }: Options,
  url: string,
  state: AgentState,
  told: Pick<ConnectionParts, 'intent' | 'look' | 'witness'> & { generation: () => number; welcomed: () => void },
): ConsoleConnection {
  const identity = (): Identity => {
    if (!state.identity) throw new Error('the identity is made before anything is dialled');
    return state.identity;
  };
  const self = (): Self => ({
    ...{ identity: identity(), token, agentVersion, capabilities, simulated },
    generation: told.generation(),
  });
  return new ConsoleConnection({
    ...{ url, self, log, random: Math.random, intent: told.intent, look: told.look, witness: told.witness },
    enrolled: (director, consoleKey) => state.keepIdentity({ ...identity(), enrolled: { director, consoleKey } }),
    welcomed(name, cluster) {
      log(`connected to ${url} as ${name} of cluster ${cluster}`);
      told.welcomed();
    },
    fatal(reason) {
      log(reason);
      process.exit(exitCode.token);
    },
  });
}

main().catch((error: unknown) => {
  const known = error instanceof StartUpError;
  log(known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(known ? error.exitCode : exitCode.failed);
});
