import type { NoteCode } from '../read-file.ts';

/** What becomes of a key: it is read, or left out with a reason. */
export type Fate = 'read' | NoteCode;

/** The keys that ldirectord knows anywhere (ldirectord(8)) and that a definition has no counterpart of. */
const anywhere: Readonly<Record<string, Fate>> = {
  checktimeout: 'no-checks',
  connecttimeout: 'no-checks',
  negotiatetimeout: 'no-checks',
  checkinterval: 'no-checks',
  checkcount: 'no-checks',
  failurecount: 'no-checks',
  quiescent: 'no-checks',
  readdquiescent: 'no-checks',
  fallback: 'no-sorry-server',
  fallback6: 'no-sorry-server',
  fallbackcommand: 'no-notification',
  emailalert: 'no-notification',
  emailalertfreq: 'no-notification',
  emailalertfrom: 'no-notification',
  emailalertstatus: 'no-notification',
  smtp: 'no-notification',
  cleanstop: 'no-process-settings',
};

const ofTheFile: Readonly<Record<string, Fate>> = {
  maintenancedir: 'no-checks',
  timeout: 'no-checks',
  callback: 'no-notification',
  autoreload: 'no-process-settings',
  logfile: 'no-process-settings',
  fork: 'no-process-settings',
  supervised: 'no-process-settings',
  // Starts another ldirectord with a file of its own.
  execute: 'no-include',
};

/** `servicename` and `comment` stand in ldirectord’s own sample; its parser is older than they are. */
const ofAVirtual: Readonly<Record<string, Fate>> = {
  real: 'read',
  real6: 'read',
  scheduler: 'read',
  protocol: 'read',
  persistent: 'read',
  netmask: 'read',
  ops: 'read',
  servicename: 'read',
  comment: 'comment',
  // What it says of the checks is left out; `off` is read too.
  checktype: 'no-checks',
  checkport: 'no-checks',
  checkcommand: 'no-checks',
  request: 'no-checks',
  receive: 'no-checks',
  httpmethod: 'no-checks',
  virtualhost: 'no-checks',
  service: 'no-checks',
  login: 'no-checks',
  passwd: 'no-checks',
  secret: 'no-checks',
  database: 'no-checks',
  load: 'no-checks',
  monitorfile: 'no-checks',
};

/** Whether a key can only stand inside a virtual service. */
export const isOfAVirtual = (key: string): boolean => Object.hasOwn(ofAVirtual, key);

/** Whether a key can stand outside of virtual services. */
export const isOfTheFile = (key: string): boolean => Object.hasOwn(anywhere, key) || Object.hasOwn(ofTheFile, key);

export function fateOfGlobal(key: string): Fate {
  if (isOfTheFile(key)) return anywhere[key] ?? ofTheFile[key] ?? 'directive-unknown';
  return isOfAVirtual(key) ? 'outside-of-a-block' : 'directive-unknown';
}

export function fateInVirtual(key: string): Fate {
  if (Object.hasOwn(ofAVirtual, key)) return ofAVirtual[key] ?? 'directive-unknown';
  return Object.hasOwn(anywhere, key) ? (anywhere[key] ?? 'directive-unknown') : 'directive-unknown';
}

/** Whether a value is for nobody’s eyes but the checked server’s. */
export const isSecret = (key: string): boolean => key === 'passwd' || key === 'secret' || key === 'login';
