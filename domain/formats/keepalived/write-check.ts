import { isPageCheck, type PageCheck } from '../../checks/check.ts';
import type { ServiceDefinition } from '../../definition/service-definition.ts';
import { checkCommentFields } from '../check-fields.ts';
import { shoalCommentText } from '../shoal-comment.ts';

/**
 * A service's check as lines of its `virtual_server`: when keepalived checks, and all of it in a comment of ours.
 *
 * keepalived has no number of passes for a return, no text but a regular expression, and always tries twice, so the
 * comment is what Shoal reads back. `inhibit_on_failure` makes keepalived do as Shoal does: weight 0, and no connection ends.
 */
export function checkLines({ check }: ServiceDefinition): string[] {
  if (!check) return [];
  return [
    shoalCommentText({ subject: 'check', fields: checkCommentFields(check) }),
    `delay_loop ${check.interval}`,
    `connect_timeout ${check.timeout}`,
    `retry ${Math.max(1, check.fall - 1)}`,
    'inhibit_on_failure',
  ];
}

/** Characters that mean nothing to keepalived's reader, so that a word stands as it is. */
const plain = /^[A-Za-z0-9/._?&=+,:;%-]+$/;

/** The checker of one `real_server`; none where keepalived would read a word of it otherwise. */
export function checkerLines({ check }: ServiceDefinition): string[] {
  if (!check) return [];
  const port = check.port === null ? [] : [`  connect_port ${check.port}`];
  if (!isPageCheck(check)) return ['TCP_CHECK {', ...port, '}'];
  if (!plain.test(check.path)) return [];
  return [
    `${check.kind === 'https' ? 'SSL_GET' : 'HTTP_GET'} {`,
    ...port,
    '  url {',
    ...urlLines(check).map((line) => `    ${line}`),
    '  }',
    '}',
  ];
}

function urlLines({ path, host, status: [from, to], body }: PageCheck): string[] {
  return [
    `path ${path}`,
    `status_code ${from === to ? from : `${from}-${to}`}`,
    ...(host !== null && plain.test(host) ? [`virtualhost ${host}`] : []),
    ...(body !== null && /^[A-Za-z0-9_,:;=-]+$/.test(body) ? [`regex ${body}`] : []),
  ];
}
