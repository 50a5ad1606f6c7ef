/** The schedulers of IPVS, in the order of ipvsadm(8); `twos` came with Linux 5.12 and is missing from some kernels. */
export const schedulers = [
  'rr',
  'wrr',
  'lc',
  'wlc',
  'lblc',
  'lblcr',
  'dh',
  'sh',
  'mh',
  'sed',
  'nq',
  'fo',
  'ovf',
  'twos',
] as const;
export type Scheduler = (typeof schedulers)[number];

/** The flags of sh and mh: fall back to another destination when the chosen one is out; hash the port too. */
export const schedulerFlags = ['fallback', 'port'] as const;
export type SchedulerFlag = (typeof schedulerFlags)[number];

export const takesFlags = (scheduler: string): scheduler is 'sh' | 'mh' => scheduler === 'sh' || scheduler === 'mh';

/** Whether weights above 1 change the shares: rr, lc, lblc… look only at zero or not. */
export const usesWeights = (scheduler: string): boolean =>
  ['wrr', 'wlc', 'sh', 'mh', 'sed', 'nq', 'fo', 'ovf', 'twos', 'lblc', 'lblcr'].includes(scheduler);
