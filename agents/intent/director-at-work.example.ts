import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgentMessage } from '../../domain/wire/messages.ts';
import type { ApplyParts } from '../apply/apply-intent.ts';
import { HealthBook } from '../checks/health-book.ts';
import { DriftRepair, type RepairedMessage } from '../repair/drift-repair.ts';
import { AgentState } from './agent-state.ts';
import { Director } from './director.ts';
import type { HeldIntent } from './director-state.ts';
import { newKeyPair, signText } from './ed25519.ts';
import { ObeyedIntent } from './obeyed-intent.ts';

const consoleKeys = newKeyPair();
const director = 'lb1-id';

/** A state folder of a director that has enrolled. */
export function enrolledFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'director-'));
  const enrolled = { director, consoleKey: consoleKeys.publicKey };
  stateIn(folder).keepIdentity({ version: 1, name: 'lb1', ...newKeyPair(), enrolled });
  return folder;
}

const stateIn = (folder: string): AgentState =>
  new AgentState(folder, (problem) => {
    throw problem;
  });

/** An intent as the console of these directors signs it; `more` over an intent that wants nothing. */
export function signedIntent(generation: number, more: object): HeldIntent {
  const payload = JSON.stringify({
    ...{ version: 1, director, cluster: 'web', generation, revision: generation, definition: {}, overlays: [] },
    ...{ takeOver: [], removesAll: true, issuedAt: generation, ...more },
  });
  return { version: 1, payload, signature: signText(payload, consoleKeys) };
}

/** The agent's part that obeys, as a new process would have it: from the files of a folder alone. */
export function directorAtWork(
  folder: string,
  kernel: ApplyParts['kernel'],
  { instance = 'boot net', now = () => performance.now() } = {},
) {
  const sent: AgentMessage[] = [];
  const repaired: RepairedMessage[] = [];
  const contests: (string | null)[] = [];
  const state = stateIn(folder);
  const parts = { kernel, now, log: () => undefined };
  const health = new HealthBook(state);
  const atWork = new Director({
    ...parts,
    health,
    obeyed: new ObeyedIntent(state, instance),
    repair: new DriftRepair({
      ...parts,
      outByHealth: () => health.laid,
      repaired: (message) => repaired.push(message),
      trouble: (detail) => contests.push(detail),
    }),
    applied: () => undefined,
    trouble: () => undefined,
    send: (message) => sent.push(message),
  });
  return {
    ...{ director: atWork, sent, repaired, contests, state, health },
    /** The end of the last apply, as the console hears it. */
    applied: () => sent.flatMap((message) => (message.type === 'applied' ? [message] : [])).at(-1),
    /** What became of every step so far, such as `applied ipvsadm -D -f 1`. */
    steps: () =>
      sent
        .flatMap((message) => (message.type === 'steps' ? message.results : []))
        .map(({ outcome, line, error }) => `${outcome} ${line}${error ? ` ${error}` : ''}`),
    /** One look of the observer's, with what comes of it. */
    look: async () => {
      atWork.saw(await kernel.readTable(), await kernel.readSettings());
      await atWork.idle();
    },
  };
}
