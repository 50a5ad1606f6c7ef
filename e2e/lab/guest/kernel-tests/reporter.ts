import type { TestEvent } from 'node:test/reporters';
import type { KernelTestEvent } from '../../kernel-test-event.ts';

/** A reporter for node:test that tells of each test (not of suites) as a JSON line. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const path: string[] = [];
  for await (const event of events) {
    if (event.type === 'test:start') path.splice(event.data.nesting, path.length, event.data.name);
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { name, nesting, skip, details } = event.data;
    if (details.type === 'suite') continue;
    const told: KernelTestEvent = {
      test: [...path.slice(0, nesting), name].join(' › '),
      outcome: event.type === 'test:fail' ? 'failed' : skip === undefined ? 'passed' : 'skipped',
    };
    if (event.type === 'test:fail') told.reason = text(event.data.details.error);
    else if (typeof skip === 'string') told.reason = skip;
    yield `${JSON.stringify(told)}\n`;
  }
}

function text(error: Error & { cause?: unknown }): string {
  const cause = error.cause instanceof Error ? error.cause : error;
  return cause.stack ?? String(cause);
}
