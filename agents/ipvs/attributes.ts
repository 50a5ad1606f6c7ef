/** Numbers of `include/uapi/linux/ip_vs.h`, under the names that it has for them without their prefixes. */

export const familyName = 'IPVS';
export const familyVersion = 1;

export const command = {
  NEW_SERVICE: 1,
  SET_SERVICE: 2,
  DEL_SERVICE: 3,
  GET_SERVICE: 4,
  NEW_DEST: 5,
  SET_DEST: 6,
  DEL_DEST: 7,
  GET_DEST: 8,
  NEW_DAEMON: 9,
  DEL_DAEMON: 10,
  GET_DAEMON: 11,
  SET_CONFIG: 12,
  GET_CONFIG: 13,
  SET_INFO: 14,
  GET_INFO: 15,
  ZERO: 16,
  FLUSH: 17,
} as const;
export type CommandName = keyof typeof command;

export const topAttribute = {
  SERVICE: 1,
  DEST: 2,
  DAEMON: 3,
  TIMEOUT_TCP: 4,
  TIMEOUT_TCP_FIN: 5,
  TIMEOUT_UDP: 6,
} as const;

export const serviceAttribute = {
  AF: 1,
  PROTOCOL: 2,
  ADDR: 3,
  PORT: 4,
  FWMARK: 5,
  SCHED_NAME: 6,
  FLAGS: 7,
  TIMEOUT: 8,
  NETMASK: 9,
  STATS: 10,
  PE_NAME: 11,
  STATS64: 12,
} as const;

export const serviceFlag = { persistent: 0x1, hashed: 0x2, onePacket: 0x4, fallback: 0x8, port: 0x10 } as const;

export const destinationAttribute = {
  ADDR: 1,
  PORT: 2,
  FWD_METHOD: 3,
  WEIGHT: 4,
  U_THRESH: 5,
  L_THRESH: 6,
  ACTIVE_CONNS: 7,
  INACT_CONNS: 8,
  PERSIST_CONNS: 9,
  STATS: 10,
  ADDR_FAMILY: 11,
  STATS64: 12,
  TUN_TYPE: 13,
  TUN_PORT: 14,
  TUN_FLAGS: 15,
} as const;

export const tunnelType = { ipip: 0, gue: 1, gre: 2 } as const;
export const tunnelFlag = { csum: 1, remcsum: 2 } as const;

export const statsAttribute = { CONNS: 1, INPKTS: 2, OUTPKTS: 3, INBYTES: 4, OUTBYTES: 5 } as const;

export const daemonAttribute = {
  STATE: 1,
  MCAST_IFN: 2,
  SYNC_ID: 3,
  SYNC_MAXLEN: 4,
  MCAST_GROUP: 5,
  MCAST_GROUP6: 6,
  MCAST_PORT: 7,
  MCAST_TTL: 8,
} as const;

export const infoAttribute = { VERSION: 1, CONN_TAB_SIZE: 2 } as const;

/** `{ 1: 'AF' }` from `{ AF: 1 }`, to name an attribute in an error. */
export const namesOf = (set: Readonly<Record<string, number>>, prefix: string): Record<number, string> =>
  Object.fromEntries(Object.entries(set).map(([name, number]) => [number, `${prefix} ${name}`]));
