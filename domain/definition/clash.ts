import { type DefinitionField, type DefinitionPlace, placeId } from './difference-row.ts';

/** What two people changed differently, from the same definition. */
export interface Clash extends DefinitionPlace {
  readonly id: string;
  /** `whole`: one side took away what the other one changed. */
  readonly field: DefinitionField | 'whole';
  /** What each has there, as ipvsadm prints it; null where it has nothing. */
  readonly base: string | null;
  readonly mine: string | null;
  readonly theirs: string | null;
}

export type Side = 'mine' | 'theirs';

/** Who is right in a clash, by its id. */
export type Choices = Readonly<Record<string, Side>>;

/** The same thing in three definitions. */
export interface Sides<T> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

/** Decides between sides by the choices it is given, and keeps every clash it meets. */
export class ClashJudge {
  readonly clashes: Clash[] = [];
  readonly #choices: Choices;

  constructor(choices: Choices) {
    this.#choices = choices;
  }

  /**
   * The side whose value is to stand: the one that changed it. Where both did, and differently, it is a clash, and
   * theirs stands until mine is chosen.
   *
   * Undefined is having nothing there. `textOf` gives equal texts for what means the same, `writtenOf` for what is
   * written the same: of two sides that mean the same, the one that somebody wrote anew stands.
   */
  sideOf<T>(
    place: DefinitionPlace,
    field: Clash['field'],
    { base, mine, theirs }: Sides<T | undefined>,
    textOf: (value: T) => string,
    writtenOf: (value: T) => string = JSON.stringify,
  ): Side {
    const by = (text: (value: T) => string): Sides<string | null> => {
      const of = (value: T | undefined) => (value === undefined ? null : text(value));
      return { base: of(base), mine: of(mine), theirs: of(theirs) };
    };
    const written = changedBy(by(writtenOf));
    if (written !== 'both') return written;
    const texts = by(textOf);
    const meant = changedBy(texts);
    if (meant !== 'both') return meant;
    const id = `${placeId(place)} ${field}`;
    this.clashes.push({ id, ...place, field, ...texts });
    return this.#choices[id] ?? 'theirs';
  }
}

function changedBy({ base, mine, theirs }: Sides<string | null>): Side | 'both' {
  if (mine === theirs || mine === base) return 'theirs';
  return theirs === base ? 'mine' : 'both';
}
