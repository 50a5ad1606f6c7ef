// Client traffic from the network namespace it is started in: the flows that standard input asks for, until that ends.
// Reports a JSON line of each flow a second.
import { readJsonLines } from '../../json-lines.ts';
import type { TrafficMessage, TrafficRequest } from '../../traffic-settings.ts';
import { generateTraffic, type Traffic } from './generate-traffic.ts';
import { Tally } from './tally.ts';

const flows = new Map<number, { readonly traffic: Traffic; readonly tally: Tally }>();

const tell = (flow: number, tally: Tally, ended: boolean) => {
  const message: TrafficMessage = { flow, report: tally.report(Date.now()), ended };
  console.log(JSON.stringify(message));
};

const take = (request: TrafficRequest) => {
  if ('start' in request) {
    const tally = new Tally();
    flows.set(request.start, { tally, traffic: generateTraffic(request.settings, tally, Math.random) });
    return;
  }
  const { stop } = request;
  const { traffic, tally } = flows.get(stop) ?? {};
  void traffic?.stop().then(() => {
    flows.delete(stop);
    if (tally) tell(stop, tally, true);
  });
};

setInterval(() => {
  for (const [flow, { tally }] of flows) tell(flow, tally, false);
}, 1000);
readJsonLines<TrafficRequest>(process.stdin, take, (line) => console.error(`not a request: ${line}`));
process.stdin.on('end', () => process.exit());
