/** What the number of a finding is, so that every screen writes it alike. */
export const figureUnits = {
  got: 'share',
  expected: 'share',
  chance: 'chance',
  connections: 'count',
  seconds: 'seconds',
  templates: 'count',
  templatesAll: 'count',
  timeout: 'seconds',
  netmask: 'count',
  scheduler: 'word',
  activeConn: 'count',
  activeExpected: 'count',
  inactConn: 'count',
  upper: 'count',
  lower: 'count',
  packets: 'count',
  answered: 'count',
  bytesAPacket: 'count',
  rate: 'rate',
  cps: 'rate',
  expectedCps: 'rate',
  changes: 'count',
  failing: 'count',
  kept: 'count',
  checked: 'count',
  daemons: 'count',
  syncThreshold: 'count',
  directors: 'count',
  services: 'count',
  server: 'word',
} as const satisfies Record<string, 'share' | 'chance' | 'count' | 'seconds' | 'rate' | 'word'>;

export type FigureName = keyof typeof figureUnits;

/** The numbers that show a finding, in the order in which they are to be read. */
export type Figures = Readonly<Partial<Record<FigureName, number | string>>>;
