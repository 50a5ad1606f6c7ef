/** How long a token can be used. Milliseconds. */
export const tokenLifetime = 60 * 60 * 1000;

/** A token that was made and may still be used, without its secret. */
export interface EnrolmentToken {
  readonly id: string;
  /** The name that the director gets. */
  readonly name: string;
  readonly by: string;
  /** Milliseconds since 1970 on the console's clock. */
  readonly expiresAt: number;
  readonly state: 'open' | 'used' | 'expired' | 'revoked';
}

/** The line that is pasted on a director, as root, to make it one of the console's. */
export const enrolmentLine = (consoleUrl: string, name: string, token: string): string =>
  `curl -fsS ${consoleUrl}/agent.mjs -o shoal-agent.mjs && sudo node shoal-agent.mjs --console ${consoleUrl} --name ${name} --token ${token}`;
