const mark = '#shoal: ';

/** A line that only Shoal is to read: keepalived, which would refuse it, passes over it as a comment. */
export const hideLine = (line: string): string => `${mark}${line}`;

/** The line that `hideLine` hid; undefined for any other line. */
export const hiddenLine = (line: string): string | undefined =>
  line.startsWith(mark) ? line.slice(mark.length) : undefined;
