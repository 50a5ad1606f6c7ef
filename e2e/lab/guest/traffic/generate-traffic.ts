import type { TrafficSettings } from '../../traffic-settings.ts';
import { Connection } from './connection.ts';
import type { Tally } from './tally.ts';

export interface Traffic {
  /** Starts nothing more, ends the held connections, and resolves when the last request has been answered or failed. */
  stop: () => Promise<void>;
}

/**
 * Sends what the settings ask for until stopped; `random` gives numbers in 0 ≤ n < 1. Held connections start spread
 * over a second, and one that is over is opened again after 200 ms.
 */
export function generateTraffic(settings: TrafficSettings, tally: Tally, random: () => number): Traffic {
  let stopped = false;
  let open = 0;
  const over = Promise.withResolvers<void>();
  const closed = () => {
    open--;
    if (stopped && open === 0) over.resolve();
  };
  let turn = 0;
  const source = () => settings.sources[turn++ % settings.sources.length] ?? '';
  const holding = new Set<() => void>();
  const idlePorts = [...(settings.localPorts ?? [])];

  const requestOnce = () => {
    const port = idlePorts.shift();
    // All of its ports are in use: a client without one can't ask.
    if (settings.localPorts && port === undefined) return;
    open++;
    const connection = new Connection(settings, { source: source(), port, keepAlive: false }, tally, {
      onAnswer: () => connection.end(),
      onEnd: () => {
        if (port !== undefined) idlePorts.push(port);
        closed();
      },
    });
  };

  const hold = () => {
    if (stopped) return;
    open++;
    let server: string | undefined;
    let pause: NodeJS.Timeout | undefined;
    const finish = () => connection.end();
    const life = setTimeout(finish, -Math.log(1 - random()) * settings.meanLifeSeconds * 1000);
    const connection = new Connection(settings, { source: source(), keepAlive: true }, tally, {
      onAnswer: (name) => {
        if (!server) tally.holds(name, 1);
        server = name;
        pause = setTimeout(() => connection.request(true), paceOf(settings, name) * 1000);
      },
      onEnd: () => {
        clearTimeout(life);
        clearTimeout(pause);
        holding.delete(finish);
        if (server) tally.holds(server, -1);
        if (!stopped) setTimeout(hold, 200);
        closed();
      },
    });
    holding.add(finish);
  };
  for (let index = 0; index < settings.held; index++) setTimeout(hold, (index * 1000) / settings.held);

  let due = 0;
  let last = performance.now();
  const pace = setInterval(() => {
    const now = performance.now();
    due += ((now - last) * settings.requestsPerSecond) / 1000;
    last = now;
    for (; due >= 1; due--) requestOnce();
  }, 20);
  if (settings.requestsPerSecond === 0) clearInterval(pace);

  return {
    stop: () => {
      stopped = true;
      clearInterval(pace);
      for (const finish of holding) finish();
      if (open === 0) over.resolve();
      return over.promise;
    },
  };
}

/** Seconds between the requests of a held connection; an hour to a server that the settings leave out. */
function paceOf({ requestEverySeconds: pace }: TrafficSettings, server: string): number {
  return typeof pace === 'number' ? pace : (pace[server] ?? 3600);
}
