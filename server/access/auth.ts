import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins';
import { usernameSchema } from '../../domain/access/credentials.ts';
import { type Role, roleSchema } from '../../domain/access/role.ts';
import type { Database } from '../db/database.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { sessionAdapter } from './session-adapter.ts';

/** Seconds that a session lasts. */
const sessionLifetime = 7 * 24 * 60 * 60;

export interface Auth {
  /** Answers a request under /api/auth. */
  handle(request: Request): Promise<Response>;
  /** Who the cookies in these headers are of; null when nobody, or when their session has ended. */
  signedIn(headers: Headers): Promise<SignedIn | null>;
}

interface Needs {
  readonly db: Database;
  readonly secret: string;
  /** Decides whether cookies are for https alone. */
  readonly baseUrl: string;
  readonly now: () => number;
}

/** Sign-in by username and password, for people that an administrator made. */
export function createAuth({ db, secret, baseUrl, now }: Needs): Auth {
  const auth = betterAuth({
    appName: 'Shoal',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    database: sessionAdapter(db, now),
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false, defaultValue: 'viewer' },
        disabledAt: { type: 'date', required: false, input: false },
      },
    },
    session: { expiresIn: sessionLifetime, disableSessionRefresh: true },
    plugins: [username({ minUsernameLength: 2, usernameValidator: (name) => usernameSchema.safeParse(name).success })],
    // Ours counts failures and not requests, by an address from the socket; and ours looks at Origin for every path.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'shoal',
      disableCSRFCheck: true,
      disableOriginCheck: true,
      ipAddress: { ipAddressHeaders: ['x-real-ip'] },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
  return {
    handle: (request) => auth.handler(request),
    signedIn: async (headers) => {
      const found = await auth.api.getSession({ headers });
      return found ? personOf(found) : null;
    },
  };
}

interface Found {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly username?: string | null | undefined;
    readonly role: string;
    readonly disabledAt?: Date | null | undefined;
  };
  readonly session: { readonly id: string };
}

function personOf({ user, session }: Found): SignedIn | null {
  const role = roleSchema.safeParse(user.role);
  if (user.disabledAt || !role.success || !user.username) return null;
  const { id, name } = user;
  return { id, name, username: user.username, role: role.data satisfies Role, sessionId: session.id };
}
