/** Two people changed the same cluster, or the same draft, at once. */
export const merge = {
  theirs: 'Theirs: {by}, {when}',
  theirsFrom: 'from revision {base} to {newest}',
  mine: 'Yours',
  mineFrom: 'on revision {base}',
  mineNothing: 'Nothing is left of yours: theirs says it already.',
  theirsNothing: 'Theirs changes nothing that can be seen here.',
  reading: 'Reading both changes…',
  clean: 'They don’t touch the same places: yours goes on top of theirs.',
  clashes:
    '{count, plural, one {One place is changed by both.} other {# places are changed by both.}} Theirs stands until you choose.',
  clashesTitle: 'Changed by both',
  choose: 'Which one to take for {place}',
  takeTheirs: 'Theirs',
  takeMine: 'Yours',
  was: 'was {value}',
  nothing: 'nothing',
  allMine: 'Yours everywhere',
  allTheirs: 'Theirs everywhere',
  refused: 'The two can’t stand together so:',
  failed: 'The two changes could not be put together. Go back to the form; nothing you typed is lost.',
} as const;
