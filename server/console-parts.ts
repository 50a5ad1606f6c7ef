/** All that procedures work with, built once by the console and handed to each of them. */
export interface ConsoleParts {
  readonly now: () => number;
}
