import { type Spread, spreadOf } from '../balance/spread.ts';
import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import type { RecentArrivals } from './recent-arrivals.ts';
import { type Replayed, type ReplayedService, replay } from './replay.ts';

/** What recent traffic does under one way of scheduling it. */
export interface Outcome {
  readonly shares: ReadonlyMap<DestinationKeyText, OutcomeShare>;
  /** How evenly new connections fall for the weights; null where fewer than two destinations serve. */
  readonly spread: Spread | null;
  /** The same of what stands open; null too where hardly anything does. */
  readonly loadSpread: Spread | null;
  /** Connections that no destination would have taken. */
  readonly refused: number;
}

export interface OutcomeShare {
  /** Of the new connections, 0–1; null where none was taken. */
  readonly share: number | null;
  /** Open connections, on average; of the replayed ones, which may be a part. */
  readonly activeConn: number;
}

/** Fewer open connections than this, over all destinations, say nothing about load. */
const leastLoad = 2;

/**
 * What a virtual service would make of recent arrivals: shares and spread. Null for a scheduler that can't be replayed.
 *
 * Where the arrivals are a part of the traffic, thresholds are brought down by as much.
 */
export function outcomeOf(service: ReplayedService, { arrivals, part }: RecentArrivals): Outcome | null {
  const scaled = (threshold: number) => (threshold === 0 ? 0 : Math.max(1, Math.round(threshold * part)));
  const destinations = service.destinations.map((to) => ({
    ...to,
    upperThreshold: scaled(to.upperThreshold),
    lowerThreshold: scaled(to.lowerThreshold),
  }));
  const replayed = replay({ ...service, destinations }, arrivals);
  return replayed && outcomeFrom(service, replayed);
}

function outcomeFrom({ destinations }: ReplayedService, { connections, activeConn, refused }: Replayed): Outcome {
  const taken = sum([...connections.values()]);
  const serving = destinations.filter(({ weight }) => weight > 0);
  const weights = sum(serving.map(({ weight }) => weight));
  const promised = serving.map(({ weight }) => weight / weights);
  const of = (numbers: ReadonlyMap<DestinationKeyText, number>) =>
    serving.map((to) => numbers.get(destinationKeyText(to)) ?? 0);
  const load = of(activeConn);
  return {
    shares: new Map(
      destinations.map((to) => {
        const key = destinationKeyText(to);
        const share = taken > 0 ? (connections.get(key) ?? 0) / taken : null;
        return [key, { share, activeConn: activeConn.get(key) ?? 0 }];
      }),
    ),
    spread: spreadOf(of(connections), promised),
    loadSpread: sum(load) < leastLoad ? null : spreadOf(load, promised),
    refused,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
