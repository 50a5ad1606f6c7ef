export interface Parameter {
  readonly name: string;
  readonly value: string;
}

/** The parameters of a file: `$NAME=value`, later used as `$NAME` or `${NAME}` (keepalived.conf(5), parameter substitution). */
export interface Parameters {
  /** The name and value that a line gives a parameter; undefined for any other line. */
  readonly define: (line: string) => Parameter | undefined;
  readonly set: (parameter: Parameter) => void;
  /** The line with its parameters filled in; those without a value stay as they are. */
  readonly fillIn: (line: string) => string;
}

/** Values in values that are filled in. */
const deepest = 8;

/** Characters that all filled-in lines of a file may have, so that values in values can't grow without end. */
const mostCharacters = 1_000_000;

/** The parameters of one file, none at first. */
export function fileParameters(): Parameters {
  const values = new Map<string, string>();
  let characters = 0;
  const fillInOnce = (text: string): string =>
    text.replace(/\$(?:\{(\w+)\}|(\w+)(?=\s|$))/g, (use: string, braced?: string, bare?: string) => {
      const value = values.get(braced ?? bare ?? '') ?? use;
      characters += value.length;
      return characters > mostCharacters ? use : value;
    });
  return {
    define(line) {
      const [, name, value = ''] = /^\s*\$([A-Za-z_]\w*)=([^#!]*)/.exec(line) ?? [];
      return name === undefined ? undefined : { name, value: value.trim() };
    },
    set: ({ name, value }) => void values.set(name, value),
    fillIn(line) {
      if (values.size === 0 || !line.includes('$')) return line;
      let text = line;
      for (let depth = 0; depth < deepest; depth++) {
        const next = fillInOnce(text);
        if (next === text) break;
        text = next;
      }
      return text;
    },
  };
}
