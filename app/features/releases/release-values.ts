import { type ReleaseSettings, releaseSettingsSchema } from '../../../domain/release/release-settings.ts';
import { typedNumber } from '../service-form/typed.ts';

export const waveWays = ['half', 'count', 'percent', 'label', 'hand'] as const;
export type WaveWay = (typeof waveWays)[number];

/** A release's settings while somebody types: texts, and what isn't used now stays typed. */
export interface ReleaseValues {
  /** Empty for every service of the cluster. */
  readonly services: ReleaseSettings['services'];
  readonly by: WaveWay;
  readonly count: string;
  readonly percent: string;
  readonly label: string;
  /** The number of each server's wave, from 1; empty for none. */
  readonly hand: Readonly<Record<string, string>>;
  readonly takenOut: ReleaseSettings['takenOut'];
  readonly mode: ReleaseSettings['drain']['mode'];
  /** Seconds; empty for no deadline. */
  readonly deadline: string;
  readonly atDeadline: ReleaseSettings['drain']['atDeadline'];
  readonly ignoresPersistence: boolean;
  readonly hold: boolean;
  readonly testing: boolean;
  readonly testProtocol: NonNullable<ReleaseSettings['testService']>['protocol'];
  readonly testAddress: string;
  readonly testPort: string;
  readonly testLike: string;
  readonly passes: string;
  readonly within: string;
  /** Seconds; empty for at once. */
  readonly ramp: string;
  readonly watch: string;
}

const written = (value: number | null): string => (value === null ? '' : String(value));

/** What the form shows for settings: those of a template, or what the domain starts with. */
export function valuesOf(settings: ReleaseSettings): ReleaseValues {
  const { waves, drain, verify, testService } = settings;
  return {
    services: settings.services,
    by: waves.by,
    count: waves.by === 'count' ? String(waves.count) : '1',
    percent: waves.by === 'percent' ? String(waves.percent) : '25',
    label: waves.by === 'label' ? waves.label : '',
    hand:
      waves.by === 'hand'
        ? Object.fromEntries(waves.waves.flatMap((wave, at) => wave.map((server) => [server, String(at + 1)])))
        : {},
    takenOut: settings.takenOut,
    mode: drain.mode,
    deadline: written(drain.deadline),
    atDeadline: drain.atDeadline,
    ignoresPersistence: drain.ignoresPersistence,
    hold: settings.hold,
    testing: testService !== null,
    testProtocol: testService?.protocol ?? 'TCP',
    testAddress: testService?.address ?? '',
    testPort: testService ? String(testService.port) : '',
    testLike: testService?.like ?? '',
    passes: String(verify.passes),
    within: String(verify.within),
    ramp: written(settings.ramp),
    watch: String(settings.watch),
  };
}

export const firstValues = (): ReleaseValues => valuesOf(releaseSettingsSchema.parse({}));

/** An empty field is no number; undefined would become the schema's default unseen. */
const needed = (text: string): number => typedNumber(text) ?? Number.NaN;

/** What was typed, in the shape that the schema of a release's settings checks. */
export const typedRelease = (values: ReleaseValues): unknown => ({
  services: values.services,
  waves: typedWaves(values),
  takenOut: values.takenOut,
  drain: {
    mode: values.mode,
    deadline: values.mode === 'cut' ? null : (typedNumber(values.deadline) ?? null),
    atDeadline: values.atDeadline,
    ignoresPersistence: values.ignoresPersistence,
  },
  hold: values.hold,
  testService: values.testing
    ? {
        ...{ protocol: values.testProtocol, address: values.testAddress.trim(), like: values.testLike },
        port: needed(values.testPort),
      }
    : null,
  verify: { passes: needed(values.passes), within: needed(values.within) },
  ramp: typedNumber(values.ramp) ?? null,
  watch: needed(values.watch),
});

function typedWaves(values: ReleaseValues): unknown {
  switch (values.by) {
    case 'half':
      return { by: 'half' };
    case 'count':
      return { by: 'count', count: needed(values.count) };
    case 'percent':
      return { by: 'percent', percent: needed(values.percent) };
    case 'label':
      return { by: 'label', label: values.label };
    case 'hand':
      return { by: 'hand', waves: handWaves(values.hand) };
  }
}

/** Servers by the number of their wave, in the order of the numbers; a number that nobody has leaves no gap. */
export function handWaves(hand: ReleaseValues['hand']): string[][] {
  const numbered = Object.entries(hand).flatMap(([server, text]) => {
    const number = Number(text);
    return /^\d{1,4}$/.test(text.trim()) && number > 0 ? [{ server, number }] : [];
  });
  return [...Map.groupBy(numbered, ({ number }) => number)]
    .sort(([a], [b]) => a - b)
    .map(([, wave]) => wave.map(({ server }) => server));
}

export type CheckedRelease =
  | { readonly ok: true; readonly settings: ReleaseSettings }
  /** The first problem of each field, by the schema's path with dots. */
  | { readonly ok: false; readonly problems: Readonly<Record<string, string>> };

export function checkedRelease(values: ReleaseValues): CheckedRelease {
  const parsed = releaseSettingsSchema.safeParse(typedRelease(values));
  if (parsed.success) return { ok: true, settings: parsed.data };
  const problems: Record<string, string> = {};
  for (const issue of parsed.error.issues) problems[issue.path.join('.')] ??= issue.message;
  return { ok: false, problems };
}
