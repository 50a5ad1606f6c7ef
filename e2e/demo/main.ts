// npm run demo [-- --simulated] [-- --port 3000]: the console with a lab of two directors, and traffic.
import { parseArgs } from 'node:util';
import { canRunLab } from '../lab/can-run-lab.ts';
import { runDemo } from './run-demo.ts';

const { values } = parseArgs({
  options: { simulated: { type: 'boolean', default: false }, port: { type: 'string', default: '3000' } },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port ${values.port} is not a port. Give a number from 1 to 65535.`);
  process.exit(2);
}
const lab = values.simulated ? { ok: true as const } : await canRunLab();
if (!lab.ok) {
  console.error(`The lab can’t run here: ${lab.reason}`);
  console.error('Without a kernel, directors can be simulated:  npm run demo -- --simulated');
  process.exit(1);
}
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
process.exitCode = await runDemo({ simulated: values.simulated, port, stop: stop.signal });
