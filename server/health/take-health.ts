import type { Health } from '../../domain/checks/health.ts';
import { placeText } from '../../domain/checks/out-by-health.ts';
import type { DestinationHealth, HealthMessage } from '../../domain/wire/health-message.ts';
import type { LiveDirector } from '../live/live-director.ts';

/** Takes what a director's checks found, with its times by the console's clock, and notes what turned. */
export function takeHealth(director: LiveDirector, message: HealthMessage, at: number): void {
  const health = new Map(message.whole ? [] : director.health);
  for (const told of message.destinations) {
    const place = placeText(told.service, told.destination);
    const before = director.health.get(place)?.verdict;
    const { verdict } = told;
    // A first verdict of passing is no news; what the console meets as it is has turned before.
    const turned = verdict === 'failing' ? before !== undefined : before === 'failing' && verdict === 'passing';
    if (turned && before !== verdict && verdict !== 'unchecked')
      director.flips.take({ place, verdict, outcome: told.last?.outcome ?? null });
    health.set(place, healthOf(told, at));
  }
  director.health = health;
}

function healthOf(told: DestinationHealth, at: number): Health {
  const { verdict, streak, needed, falls, last } = told;
  const when = (ago: number | null): number | null => (ago === null ? null : at - ago);
  return {
    ...{ verdict, streak, needed, falls, since: when(told.since), streakSince: when(told.streakSince) },
    last: last && { ...last, at: at - last.at },
  };
}
