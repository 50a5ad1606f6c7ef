import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The absolute path of the checkout. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The project's own Node, which the guest runs too. */
export const projectNode = join(projectRoot, 'node_modules', 'node', 'bin', 'node');
