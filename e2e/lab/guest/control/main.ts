// Runs programs in the guest's network namespaces on behalf of the host, one connection for each.
import { createServer } from 'node:net';
import { controlInGuest } from '../../keeper/keeper-settings.ts';
import { serveControl } from './serve-control.ts';

createServer({ allowHalfOpen: true }, serveControl).listen(controlInGuest, () => console.log('{"ready":true}'));
