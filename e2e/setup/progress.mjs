/**
 * A line to standard error for each step, and again every few seconds with the seconds gone while a step lasts, so that
 * nobody takes a long download for a hang.
 */
export function startProgress(what, write = (line) => process.stderr.write(`${line}\n`)) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  write(`set-up: ${what} …`);
  const timer = setInterval(() => write(`set-up: ${what} … ${seconds()}`), 5000);
  timer.unref();
  return {
    done: () => {
      clearInterval(timer);
      write(`set-up: ${what}: done in ${seconds()}`);
    },
    failed: () => clearInterval(timer),
  };
}
