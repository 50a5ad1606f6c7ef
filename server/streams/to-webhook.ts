import { createHmac } from 'node:crypto';
import { signatureHeader, signedBody } from '../../domain/audit/audit-stream.ts';
import { exportedLine } from '../../domain/audit/exported-row.ts';
import { ok, refused } from '../../domain/result.ts';
import { type Deliver, deliverWithin } from './delivery.ts';

/**
 * Posts rows as JSON lines, signed; any answer but 2xx is a refusal, a redirect too.
 *
 * The receiver may get a row twice: when the answer is lost, or the console ends before it kept the position.
 */
export function toWebhook(url: string, secret: string, now: () => number): Deliver {
  return async (rows) => {
    const body = rows.map((row) => `${exportedLine(row)}\n`).join('');
    const at = now();
    const signature = createHmac('sha256', secret).update(signedBody(at, body)).digest('hex');
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-ndjson',
          'shoal-signature': signatureHeader(at, signature),
          'shoal-rows': `${rows[0]?.seq}-${rows.at(-1)?.seq}`,
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(deliverWithin),
      });
      await response.body?.cancel();
      return response.ok ? ok(undefined) : refused(`it answered ${response.status}`);
    } catch (error) {
      return refused(reasonOf(error));
    }
  };
}

function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') return `no answer within ${deliverWithin / 1000} s`;
  return cause instanceof Error ? cause.message || ((cause as NodeJS.ErrnoException).code ?? message) : message;
}
