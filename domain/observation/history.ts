import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import type { VirtualService } from '../lvs/table.ts';
import { ok, type Result, refused } from '../result.ts';
import { numbersPerDestination, type SampleField, sampleOffset } from './sample.ts';

/** Samples kept of each director: five minutes at one a second. */
export const keptSamples = 300;

/** Samples further apart than this leave a gap: no rate is drawn through it. Milliseconds. */
export const largestGap = 5_000;

/** Samples kept with all their numbers; of older ones only `conns` is left, which sparklines and shares are made of. */
export const wholeSamples = 20;

/** One sample with the table that it belongs to. */
export interface Frame {
  readonly table: Layout;
  /** Milliseconds on the director's boot-time clock. */
  readonly kernelTime: number;
  /** Milliseconds since 1970 on the console's clock. */
  readonly receivedAt: number;
  readonly numbers: Float64Array;
  /** Which numbers there are of each destination: all, or `conns` alone. */
  readonly fields: 'all' | 'conns';
}

/** Where each destination's numbers are in a sample. */
export interface Layout {
  readonly services: readonly VirtualService[];
  readonly serviceByKey: ReadonlyMap<ServiceKeyText, VirtualService>;
  readonly bootId: string;
  offsetOf(service: ServiceKeyText, destination: DestinationKeyText): number | undefined;
}

/**
 * The last minutes of a director's kernel: its tables and samples, bounded in number.
 *
 * It has no clock: times come with the samples.
 */
export class History {
  #layout: Layout | null = null;
  readonly #frames: Frame[] = [];

  /** The newest table; null before the first. */
  get layout(): Layout | null {
    return this.#layout;
  }

  /** The newest sample; null before the first. */
  get latest(): Frame | null {
    return this.#frames.at(-1) ?? null;
  }

  /** Samples, oldest first. */
  get frames(): readonly Frame[] {
    return this.#frames;
  }

  pushTable(services: readonly VirtualService[], bootId: string): void {
    this.#layout = layoutOf(services, bootId);
  }

  /** Keeps a sample of the newest table; refuses one that has another number of destinations. */
  pushSample(kernelTime: number, receivedAt: number, numbers: readonly number[]): Result<Frame> {
    const layout = this.#layout;
    if (!layout) return refused('a sample came before its table');
    const expected = layout.services.reduce((sum, service) => sum + service.destinations.length, 0);
    if (numbers.length !== expected * numbersPerDestination)
      return refused(`a sample has ${numbers.length} numbers, its table ${expected} destinations`);
    const frame: Frame = { table: layout, kernelTime, receivedAt, numbers: Float64Array.from(numbers), fields: 'all' };
    this.#frames.push(frame);
    const aged = this.#frames.at(-1 - wholeSamples);
    if (aged) keepConnsAlone(aged);
    if (this.#frames.length > keptSamples) this.#frames.shift();
    return ok(frame);
  }
}

/** A number of the destination at `offset` of a sample's layout; undefined where the sample doesn't have it any more. */
export function numberAt(frame: Frame, offset: number, field: SampleField): number | undefined {
  if (frame.fields === 'all') return frame.numbers[offset + sampleOffset[field]];
  return field === 'conns' ? frame.numbers[offset / numbersPerDestination] : undefined;
}

/** A destination's number in a sample; undefined when its table doesn't have the destination. */
export function numberOf(
  frame: Frame,
  service: ServiceKeyText,
  destination: DestinationKeyText,
  field: SampleField,
): number | undefined {
  const offset = frame.table.offsetOf(service, destination);
  return offset === undefined ? undefined : numberAt(frame, offset, field);
}

/** Changes the frame itself and not a copy: what was worked out of it is remembered by its identity. */
function keepConnsAlone(frame: { numbers: Float64Array; fields: Frame['fields'] }): void {
  if (frame.fields === 'conns') return;
  const count = frame.numbers.length / numbersPerDestination;
  const all = frame.numbers;
  frame.numbers = Float64Array.from(
    { length: count },
    (_, at) => all[at * numbersPerDestination + sampleOffset.conns] ?? 0,
  );
  frame.fields = 'conns';
}

function layoutOf(services: readonly VirtualService[], bootId: string): Layout {
  const offsets = new Map<string, number>();
  const serviceByKey = new Map<ServiceKeyText, VirtualService>();
  let offset = 0;
  for (const service of services) {
    const key = serviceKeyText(service.key);
    serviceByKey.set(key, service);
    for (const destination of service.destinations) {
      offsets.set(`${key} ${destinationKeyText(destination)}`, offset);
      offset += numbersPerDestination;
    }
  }
  return {
    services,
    serviceByKey,
    bootId,
    offsetOf: (service, destination) => offsets.get(`${service} ${destination}`),
  };
}
