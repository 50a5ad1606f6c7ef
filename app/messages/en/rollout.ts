/** A revision that goes to a first director before the others. */
export const rollout = {
  first:
    'Revision {revision} is on {first} first; {waiting} {count, plural, one {waits} other {wait}} with revision {previous}.',
  stopped:
    'Revision {revision} stopped on {first}. {waiting} {count, plural, one {keeps} other {keep}} revision {previous}.',
  why: '{first} says: {detail}',
  whyLine: 'It failed at: {line} ({error})',
  unreachable: '{first} is not reachable.',
  goOn: 'Let the others go on…',
  goOnTitle: 'Let {waiting} go on',
  goOnText:
    'They get revision {revision} now, although {first} has not applied it. What failed there may fail on them too.',
  goOnNow: 'Let them go on',
  goneOn: 'The others go on with revision {revision}.',
  goBack: 'Go back to revision {previous}…',
} as const;
