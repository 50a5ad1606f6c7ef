/**
 * A line that only Shoal is to read: keepalived, which would refuse it, passes over it as a comment.
 *
 * One that is hidden already stays as it is.
 */
export const hideLine = (line: string): string => (hiddenLine(line) === undefined ? `#shoal: ${line}` : line);

/** The line that `hideLine` hid; undefined for any other line. */
export const hiddenLine = (line: string): string | undefined => /^\s*#shoal: (.*\S.*)$/.exec(line)?.[1];
