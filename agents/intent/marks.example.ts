import { ipvsadmRules } from '../../domain/plan/ipvsadm-line.ts';
import type { StepAction, TableAction } from '../../domain/plan/plan.ts';
import { SimulatedKernel } from '../simulated/simulated-kernel.ts';

/** A kernel in memory that keeps what was written to it by the agent, and counts how often its settings were read. */
export class CountingKernel extends SimulatedKernel {
  readonly written: StepAction[] = [];
  settingReads = 0;

  constructor() {
    super(
      () => 0,
      () => 0,
    );
  }

  override write(steps: readonly TableAction[]) {
    this.written.push(...steps);
    return super.write(steps);
  }

  override writeSetting(setting: Parameters<SimulatedKernel['writeSetting']>[0]) {
    this.written.push(setting);
    return super.writeSetting(setting);
  }

  override readSettings() {
    this.settingReads++;
    return super.readSettings();
  }

  /** What a hand at the director does: it isn't counted. */
  async reweigh(mark: number, weight: number): Promise<void> {
    const { services } = await this.readTable();
    const service = services.find(({ key }) => key.kind === 'fwmark' && key.fwmark === mark);
    const destination = service?.destinations[0];
    if (!service || !destination) throw new Error(`no mark ${mark}`);
    await super.write([
      { action: 'change-destination', service: service.key, destination: { ...destination, weight } },
    ]);
  }

  /** The destinations that stand, as rules of ipvsadm. */
  async rules(): Promise<string[]> {
    return ipvsadmRules(await this.readTable()).filter((rule) => rule.startsWith('-a'));
  }
}

/** What an intent holds for services of fwmarks with a real server each; weights by fwmark. */
export const marks = (weights: Readonly<Record<number, number>>, settings: object = {}) => ({
  removesAll: Object.keys(weights).length === 0,
  definition: {
    settings,
    services: Object.entries(weights).map(([mark, weight]) => ({
      ...{ name: `mark-${mark}`, key: { kind: 'fwmark', fwmark: Number(mark), family: 'ipv4' }, scheduler: 'wrr' },
      destinations: [{ address: '10.0.0.21', port: 0, forwarding: 'direct-routing', weight }],
    })),
  },
});

/** Their rules. */
export const standing = (...weights: [number, number][]) =>
  weights.map(([mark, weight]) => `-a -f ${mark} -r 10.0.0.21:0 -g -w ${weight}`);
