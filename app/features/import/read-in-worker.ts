import type { ReadAnswer, ReadAsk } from './read-answer.ts';

/** Reads a file beside the page, so that the page doesn't stand still. Rejects when the reader itself fails. */
export function readInWorker(ask: ReadAsk): Promise<ReadAnswer> {
  const worker = new Worker(new URL('./read-source.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<ReadAnswer>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => resolve(data));
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'the reader could not be started')));
    worker.postMessage(ask);
  }).finally(() => worker.terminate());
}
