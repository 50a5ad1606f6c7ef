import { run } from './run.ts';

// Next leaves timers and watchers behind that would keep the process alive.
process.exit(await run({ kind: 'serve' }, 'development'));
