/**
 * What another program's format can't say, as a comment that the program passes over and Shoal reads back:
 * `#shoal service name=web`.
 */
export interface ShoalComment {
  /** What it is about: `service`, `real-server`, `sysctls`… */
  readonly subject: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The comment as one line. Subjects and fields have no spaces, and fields no `=` in their names. */
export function shoalCommentText({ subject, fields }: ShoalComment): string {
  const words = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  return ['#shoal', subject, ...words].join(' ');
}

/** The comment that a line is, spaces around it aside; undefined for any other line. A word without `=` is a field ''. */
export function parseShoalComment(line: string): ShoalComment | undefined {
  const [start, subject, ...words] = line.trim().split(/[ \t]+/);
  if (start !== '#shoal' || !subject || !/^[a-z][a-z-]*$/.test(subject)) return undefined;
  const fields = words.map((word): [string, string] => {
    const at = word.indexOf('=');
    return at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)];
  });
  return { subject, fields: Object.fromEntries(fields) };
}
