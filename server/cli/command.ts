import type { ConsoleApi } from './console-api.ts';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** An option of a command, as it is parsed, helped with and completed. */
export interface Option {
  readonly name: string;
  readonly short?: string;
  /** What stands for its value in help; none for a flag. */
  readonly value?: string;
  /** May be given more than once. */
  readonly many?: true;
  readonly choices?: readonly string[];
  readonly help: string;
}

/** What the person or script gave, by option. */
export interface Given {
  readonly words: readonly string[];
  text(name: string): string | null;
  texts(name: string): readonly string[];
  flag(name: string): boolean;
}

/** What a command works with. */
export interface Run {
  readonly given: Given;
  /** The console; connects at the first request. */
  readonly api: ConsoleApi;
  readonly terminal: Terminal;
  /** The cluster that was named by option, environment or context; null when none was. */
  readonly cluster: string | null;
  readonly world: World;
  readonly table: readonly Command[];
}

/** What a command needs of the machine it runs on. */
export interface World {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** A file's bytes; standard input for `-`. */
  readonly read: (file: string) => Promise<Uint8Array>;
  readonly write: (file: string, text: string) => Promise<void>;
  /** Asks a person; null where nobody can be asked. */
  readonly ask: ((question: string) => Promise<string>) | null;
}

/** One command: what it is called, what it takes, and what it does. Help and completion are made of it. */
export interface Command {
  /** `['release', 'start']`. */
  readonly name: readonly string[];
  /** What stands behind the name in its usage: `TARGET...`. */
  readonly takes?: string;
  /** The words that may stand there, for completion. */
  readonly words?: readonly string[];
  /** Least and most words that it takes; none unless said. */
  readonly count?: readonly [number, number];
  readonly summary: string;
  readonly options?: readonly Option[];
  /** More than the summary says, and examples. */
  readonly help?: readonly string[];
  /** Whether it works without a console. */
  readonly offline?: true;
  readonly run: (run: Run) => Promise<ExitCode>;
}

export const commandText = ({ name }: Command): string => name.join(' ');
