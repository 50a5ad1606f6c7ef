// Client traffic for one virtual service, from the network namespace it is started in. Reports a JSON line a second;
// SIGTERM ends it after a last report.
import type { TrafficSettings } from '../../traffic-settings.ts';
import { generateTraffic } from './generate-traffic.ts';
import { Tally } from './tally.ts';

const settings = JSON.parse(process.argv[2] ?? '') as TrafficSettings;
const tally = new Tally();
const report = () => console.log(JSON.stringify(tally.report(Date.now())));
const traffic = generateTraffic(settings, tally, Math.random);

setInterval(report, 1000);
process.on('SIGTERM', () => {
  void traffic.stop().then(() => {
    report();
    process.exit();
  });
});
