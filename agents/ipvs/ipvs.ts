import { constants } from 'node:os';
import type { ServiceKey } from '../../domain/lvs/service-key.ts';
import type { KernelSettings, Timeouts } from '../../domain/lvs/sysctl.ts';
import type { Observation, SyncDaemon } from '../../domain/observation/observation.ts';
import type { SettingAction, TableAction } from '../../domain/plan/plan.ts';
import { Family } from '../genetlink/family.ts';
import { attributesStart, writeGenetlinkHeader } from '../genetlink/genetlink-header.ts';
import { NetlinkConnection, type Request } from '../netlink/netlink-connection.ts';
import { NetlinkError } from '../netlink/netlink-error.ts';
import type { OpenNetlinkSocket } from '../netlink/netlink-socket.ts';
import { type CommandName, command, familyName, familyVersion, topAttribute } from './attributes.ts';
import { type IpvsInfo, readInfo } from './ipvs-info.ts';
import type { Kernel, Refusal } from './kernel.ts';
import { eachNest, type MakeRequest, readTable } from './read-table.ts';
import { writeServiceKey } from './service-message.ts';
import { stepCommand, writeStep } from './step-message.ts';
import { readDaemon, type SyncDaemonConfig, writeDaemon, writeDaemonState } from './sync-daemon.ts';
import { readSysctls, writeSysctl } from './sysctl-files.ts';
import { readTimeouts, writeTimeouts } from './timeouts.ts';
import { Turns } from './turns.ts';

/** Sockets that dumps run over at once; with one, a full sample is slower than ipvsadm's, with more than 8 no faster. */
const dumpSockets = 8;

/** The IPVS of this network namespace. Commands and dumps never share a socket, because dumps then mix with answers. */
export class Ipvs implements Kernel {
  readonly #commands: NetlinkConnection;
  readonly #dumps: readonly NetlinkConnection[];
  readonly #family: Family;
  readonly #turns = new Turns();
  readonly #bootTime: () => number;

  /** `bootTime`: milliseconds on CLOCK_BOOTTIME, to stamp what is read. */
  constructor(open: OpenNetlinkSocket, bootTime: () => number) {
    this.#commands = new NetlinkConnection(open);
    this.#dumps = Array.from({ length: dumpSockets }, () => new NetlinkConnection(open));
    this.#family = new Family(familyName, this.#commands);
    this.#bootTime = bootTime;
  }

  async readTable(): Promise<Observation> {
    for (;;) {
      const observation = await this.#turns.read(() =>
        this.#withFamily(async (request) => {
          const services = await readTable(this.#dumps, request, () => this.#turns.writerWaits);
          return services && { kernelTime: this.#bootTime(), services };
        }),
      );
      if (observation) return observation;
    }
  }

  write(steps: readonly TableAction[]): Promise<readonly (NetlinkError | null)[]> {
    const stepAt = (index: number): TableAction => {
      const step = steps[index];
      if (!step) throw new RangeError(`there is no step ${index}`);
      return step;
    };
    return this.#turns.write(() =>
      this.#family.withId(
        (type) =>
          this.#commands.batch({
            type,
            count: steps.length,
            commandOf: (index) => stepCommand(stepAt(index)),
            write(writer, index) {
              const step = stepAt(index);
              writeGenetlinkHeader(writer, command[stepCommand(step)], familyVersion);
              writeStep(writer, step);
            },
          }),
        // A stale family id fails every message, and so none of them was run.
        (outcomes) => outcomes.length > 0 && outcomes.every((error) => error?.errno === constants.errno.ENOENT),
      ),
    );
  }

  async readInfo(): Promise<IpvsInfo> {
    const message = await this.#answer('GET_INFO');
    return readInfo(message.bytes, attributesStart(message), message.end);
  }

  async readSettings(): Promise<KernelSettings> {
    return { timeouts: await this.readTimeouts(), sysctls: readSysctls() };
  }

  async writeSetting(setting: SettingAction): Promise<Refusal | null> {
    try {
      if (setting.action === 'set-timeouts') await this.setTimeouts(setting.timeouts);
      else writeSysctl(setting.name, setting.values);
      return null;
    } catch (error) {
      if (error instanceof NetlinkError) return error;
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      return { errnoName: code, extendedAck: null };
    }
  }

  async readTimeouts(): Promise<Timeouts> {
    const message = await this.#answer('GET_CONFIG');
    return readTimeouts(message.bytes, attributesStart(message), message.end);
  }

  /** Seconds; 0 leaves one as it is. */
  setTimeouts(timeouts: Timeouts): Promise<void> {
    return this.#run('SET_CONFIG', (writer) => writeTimeouts(writer, timeouts));
  }

  readDaemons(): Promise<readonly SyncDaemonConfig[]> {
    return this.#turns.read(() =>
      this.#withFamily(async (request) => {
        const found = new Map<string, SyncDaemonConfig>();
        await this.#dumps[0]?.dump(request('GET_DAEMON'), (message) =>
          eachNest(message, topAttribute.DAEMON, (start, end) => {
            const daemon = readDaemon(message.bytes, start, end);
            found.set(daemon.state, daemon);
          }),
        );
        return [...found.values()];
      }),
    );
  }

  startDaemon(daemon: SyncDaemonConfig): Promise<void> {
    return this.#run('NEW_DAEMON', (writer) => writeDaemon(writer, daemon));
  }

  stopDaemon(state: SyncDaemon['state']): Promise<void> {
    return this.#run('DEL_DAEMON', (writer) => writeDaemonState(writer, state));
  }

  zeroCounters(service: ServiceKey | null): Promise<void> {
    return this.#run('ZERO', (writer) => {
      if (service) writeServiceKey(writer, service);
    });
  }

  close(): void {
    for (const connection of [this.#commands, ...this.#dumps]) connection.close();
  }

  #run(name: CommandName, write: Request['write']): Promise<void> {
    return this.#turns.write(() =>
      this.#withFamily(async (request) => {
        await this.#commands.command(request(name, write));
      }),
    );
  }

  #answer(name: CommandName) {
    return this.#withFamily(async (request) => {
      const [message] = await this.#commands.command(request(name));
      if (!message) throw new Error(`${name} had no answer`);
      return message;
    });
  }

  #withFamily<T>(run: (request: MakeRequest) => Promise<T>): Promise<T> {
    return this.#family.withId((id) => {
      const request: MakeRequest = (name, write = () => undefined) => ({
        type: id,
        command: name,
        write(writer) {
          writeGenetlinkHeader(writer, command[name], familyVersion);
          write(writer);
        },
      });
      return run(request);
    });
  }
}
