/**
 * The chance that a service whose traffic is fair is called skewed at least once in a week, however often it is looked at.
 *
 * One false alarm in 10,000 weeks of a service.
 */
export const falseAlarmsPerWeek = 1e-4;

/** Seconds. */
const week = 604_800;

/** Windows begin every 2⁴ s … 2¹⁷ s (36 h) and are looked at until they are twice as old. */
export const levels: readonly number[] = Array.from({ length: 14 }, (_, index) => 4 + index);

/**
 * ln of the evidence that a window of a level must have to be an alarm, for a chance of false alarms in a week.
 *
 * The chance is spent in equal parts on the levels, and each level's part on the windows that begin in a week: all are
 * then at most that chance together (Boole's inequality), whatever they have in common. A change of the service begins
 * new windows and spends some 1/300 of a week's chance more.
 */
export const alarmAt = (level: number, chance: number): number =>
  Math.log((levels.length * (week / 2 ** level + 1)) / chance);

/** The same for a number that is looked at once a second and has no windows. */
export const alarmEachSecond = (chance: number): number => Math.log(week / chance);

/** Part of the connections that, on one destination too many, would have been found before balance is said. */
const wouldBeFound = 0.25;

/**
 * Connections after which balance may be said: had one destination a quarter of them too many, that would be an alarm.
 *
 * By Pinsker's inequality such shares are at least 2·¼² apart in nats a connection; the mixture costs ln 2n and ½ ln
 * of the connections. Five for each destination, so that the shares mean something.
 */
export function enoughToSay(alarm: number, destinations: number): number {
  const apart = 2 * wouldBeFound ** 2;
  const mixture = Math.log(2 * destinations) + 0.5 * Math.log(alarm / apart) + 1;
  return Math.max(5 * destinations, Math.ceil((alarm + mixture) / apart));
}
