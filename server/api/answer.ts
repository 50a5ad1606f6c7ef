/** An answer as it goes over the wire, and as it is kept to be given again. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What is sent in the place of `body`, as it comes; such an answer is never kept. */
  readonly pieces?: AsyncIterable<string>;
}

/** An answer in JSON. */
export const jsonAnswer = (status: number, value: unknown, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: `${JSON.stringify(value)}\n`,
});
