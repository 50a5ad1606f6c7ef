/** A change that goes to one director first. */
export const firstDirector = {
  order: 'Directors',
  allAtOnce: 'All at once',
  oneFirst: 'First',
  which: 'The director that goes first',
  thenRest: 'then the rest',
  firstNote: 'The others wait until {first} has applied it and read it back. If it fails there, they stay as they are.',
  held: '{count, plural, one {{names} waits} other {{names} wait}} for {first}.',
  stopped: 'It failed on {first}. {count, plural, one {{names} keeps} other {{names} keep}} what was there before.',
  silent: '{first} is not connected. {count, plural, one {{names} waits} other {{names} wait}} for it.',
  goOn: 'Let the others go on…',
  goOnTitle: 'Let the others go on',
  goOnNote: 'They get the same revision now.',
  goOnNow: 'Go on',
  cancel: 'Cancel',
  goBack: 'Go back to revision {revision}…',
  goBackFirst: 'There is no revision before it.',
} as const;
