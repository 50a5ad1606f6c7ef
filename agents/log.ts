/** Says one thing to the people who run the agent. */
export type Log = (line: string) => void;

/** A log of dated lines, such as systemd's journal takes them. */
export const datedLog =
  (write: (text: string) => void, now: () => Date): Log =>
  (line) =>
    write(`${now().toISOString()} ${line}\n`);
