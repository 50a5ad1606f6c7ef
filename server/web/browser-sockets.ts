import type { WebSocket } from 'ws';
import type { SignedIn } from '../session/signed-in.ts';

/** The open sockets of signed-in browsers, so that a session that ends takes its sockets with it. */
export class BrowserSockets {
  readonly #people = new Map<WebSocket, SignedIn>();

  get count(): number {
    return this.#people.size;
  }

  get sessionIds(): string[] {
    return [...new Set([...this.#people.values()].map((person) => person.sessionId))];
  }

  add(socket: WebSocket, person: SignedIn): void {
    this.#people.set(socket, person);
    socket.on('close', () => this.#people.delete(socket));
  }

  /** Closes a person's sockets, but for those of one session. */
  closeOf(personId: string, butSession: string | null = null): void {
    this.#close((person) => person.id === personId && person.sessionId !== butSession);
  }

  /** Closes the sockets of sessions that are not among those that go on. */
  closeEnded(goOn: ReadonlySet<string>): void {
    this.#close((person) => !goOn.has(person.sessionId));
  }

  #close(which: (person: SignedIn) => boolean): void {
    for (const [socket, person] of this.#people) if (which(person)) socket.close(4401, 'sign in again');
  }
}
