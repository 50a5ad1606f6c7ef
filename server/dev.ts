import { run } from './run.ts';

process.exitCode = await run({ kind: 'serve' }, 'development');
