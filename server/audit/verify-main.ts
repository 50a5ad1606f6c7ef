import { readVerifyOptions } from './verify-command.ts';
import { verifyFile } from './verify-file.ts';
import { verifyReport } from './verify-report.ts';

/** `npm run audit:verify -- FILE --key KEY`: the exit code is 0, 1 or 2 as `verifyUsage` says. */
const options = readVerifyOptions(process.argv.slice(2));
const verified = options.ok ? verifyFile(options.value) : options;
if (!options.ok || !verified.ok) {
  console.error(verified.ok ? '' : verified.reason);
  process.exitCode = 2;
} else {
  console.log(verifyReport(options.value.file, verified.value).join('\n'));
  process.exitCode = verified.value.broken ? 1 : 0;
}
