/** Where the demo's directors run: the lab, or nowhere but in their own memory. */
export interface Site {
  /** Starts the agents, which enrol with their tokens. */
  enrol(consoleUrl: string, tokens: ReadonlyMap<string, string>): Promise<void>;
  /** Starts the clients. */
  send(): Promise<void>;
  /** Resolves with the reason when the site has ended by itself. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}
