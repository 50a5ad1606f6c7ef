import type { ReadAsk } from './read-answer.ts';
import { readSource } from './read-source.ts';

// A file of 10 MB takes a second to read: the page goes on meanwhile.
self.addEventListener('message', ({ data }: MessageEvent<ReadAsk>) => {
  self.postMessage(readSource(data));
});
