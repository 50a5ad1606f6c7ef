import { parseCommandLine } from './settings/command-line.ts';

const oldestNode = 22;

// Checked before anything else is loaded: the database's driver ends the process of an older Node without a word.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < oldestNode) {
  console.error(
    `Shoal’s console needs Node ${oldestNode} or newer, and this is ${process.versions.node}. ` +
      'Run it by npm start, which brings its own, or install a newer Node.',
  );
  process.exit(1);
}

const command = parseCommandLine(process.argv.slice(2));
if (!command.ok) {
  console.error(command.reason);
  process.exit(2);
}
const { run } = await import('./run.ts');
// Next leaves timers and watchers behind that would keep the process alive.
process.exit(await run(command.value, 'production'));
