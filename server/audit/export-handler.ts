import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type AuditFilters, auditFiltersSchema } from '../../domain/audit/audit-row.ts';
import type { Auth } from '../access/auth.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { headersOf } from '../web/fetch-bridge.ts';
import { sendText } from '../web/send-text.ts';
import { personActor } from './actor.ts';
import { beginExport } from './begin-export.ts';
import { type ExportFormat, exportFormats } from './written-log.ts';

export const exportPath = '/api/audit/export';

/** Sends the rows that match the address's filters as a file, `?format=csv` or `jsonl`; the log tells who took them. */
export function exportHandler(parts: ConsoleParts, auth: Auth) {
  return async (request: IncomingMessage, response: ServerResponse, source: string, url: URL): Promise<void> => {
    if (request.method !== 'GET') return sendText(response, 405, 'Use GET');
    // A link of another site would write to the log in somebody's name.
    if (!['same-origin', 'none', undefined].includes(request.headers['sec-fetch-site'] as string | undefined))
      return sendText(response, 403, 'This request comes from another site');
    const person = await auth.signedIn(headersOf(request));
    if (!person) return sendText(response, 401, 'Sign in first');
    const asked = askedOf(url.searchParams);
    if (!asked) return sendText(response, 400, 'A filter or the format is not valid');
    const { headers, pieces } = await beginExport(parts, personActor(person, source), asked);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    await pipeline(Readable.from(pieces), response).catch((error: unknown) => {
      // Whoever asked went away.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    });
  };
}

/** The filters and the format of an address; null when one of them is not valid: fewer filters would give more away. */
function askedOf(params: URLSearchParams): { filters: AuditFilters; format: ExportFormat } | null {
  const { format, ...written } = Object.fromEntries(params);
  const times = Object.fromEntries(
    (['from', 'to'] as const).flatMap((name) => (written[name] ? [[name, Date.parse(written[name])]] : [])),
  );
  const filters = auditFiltersSchema.safeParse({ ...written, ...times });
  const known = exportFormats.find((one) => one === format);
  return filters.success && known ? { filters: filters.data, format: known } : null;
}
