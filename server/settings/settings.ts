import { z } from 'zod';
import { ok, type Result, refused } from '../../domain/result.ts';

/** What whoever starts the console decides. */
export interface Settings {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Where browsers and agents reach the console, without a slash at the end; null when that is where it listens. */
  readonly publicUrl: string | null;
  /** The folder of the database and the keys. */
  readonly dataDirectory: string;
}

/** host:port, [host]:port, or a port alone. */
const listenPattern = /^(?:(?:\[([0-9a-f:.]+)\]|([^:[\]\s]+)):)?(\d{1,5})$/i;

const httpUrl = z.url({ protocol: /^https?$/ });

/** The settings in the environment, or a reason that names the variable that is wrong. */
export function settingsOf(environment: Readonly<Record<string, string | undefined>>): Result<Settings> {
  const listen = environment.SHOAL_LISTEN ?? '127.0.0.1:3000';
  const parts = listenPattern.exec(listen);
  const host = parts?.[1] ?? parts?.[2] ?? '127.0.0.1';
  const port = Number(parts?.[3]);
  if (!parts || port > 65535)
    return refused(`SHOAL_LISTEN is “${listen}”. Write host:port, such as 127.0.0.1:3000 or [::1]:3000.`);
  const dataDirectory = environment.SHOAL_DATA ?? './data';
  if (dataDirectory.trim() === '') return refused('SHOAL_DATA is empty. Name the folder of the database and the keys.');
  const publicUrl = publicUrlOf(environment.SHOAL_URL);
  if (!publicUrl.ok) return publicUrl;
  if (publicUrl.value === null && (host === '0.0.0.0' || /^[0:]+$/.test(host)))
    return refused(
      `SHOAL_URL is missing. With SHOAL_LISTEN on all addresses, say where browsers and agents reach the console, such as https://shoal.example.org.`,
    );
  return ok({ host, port, dataDirectory, publicUrl: publicUrl.value });
}

function publicUrlOf(text: string | undefined): Result<string | null> {
  if (text === undefined) return ok(null);
  const url = httpUrl.safeParse(text).success ? new URL(text) : null;
  if (!url || url.username || url.search || url.hash || url.pathname !== '/')
    return refused(
      `SHOAL_URL is “${text}”. Write scheme, name and port alone, such as https://shoal.example.org or http://10.0.0.9:3000.`,
    );
  return ok(url.origin);
}
