import { debianProgram } from '../lab/debian-program.ts';

/**
 * The absolute path of Debian's Chromium, undefined when it's not there. Its own program and not /usr/bin/chromium, a
 * script that works only where the package is installed.
 */
export function chromiumProgram(): string | undefined {
  return debianProgram('/usr/lib/chromium/chromium');
}
