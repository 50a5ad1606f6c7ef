import type { DrainPlan, Plan } from './answers.ts';

/** A plan for people: each director's lines, then what it means for those who are connected. */
export function planLines({ directors, effects, foreign, confirm }: Plan): string[] {
  const steps = directors.flatMap(({ director, observationAge, totalSteps, steps: first }) => [
    observationAge === null
      ? `${director}: not heard of, so nothing can be planned`
      : `${director}: ${totalSteps === 0 ? 'nothing to do' : `${totalSteps} steps`}`,
    ...first.map(({ line, reason }) => `  ${line}  # ${reason.why}`),
    ...(totalSteps > first.length ? [`  … and ${totalSteps - first.length} more`] : []),
  ]);
  return [
    ...(directors.length === 0 ? ['no directors: nothing to do'] : steps),
    ...effects.map(({ kind, director, service, ...rest }) => `${director} ${service}: ${kind}${figures(rest)}`),
    ...foreign.map((service) => `${service} isn’t Shoal’s: it is left alone without --take-over "${service}"`),
    ...(confirm === null ? [] : [`It asks to be confirmed: --confirm ${confirm}`]),
  ];
}

export function drainPlanLines(plan: DrainPlan): string[] {
  const { guard, facts, states } = plan;
  return [
    ...planLines(plan),
    ...facts.map(({ kind, ...rest }) => `${kind}${figures(rest)}`),
    ...(states ? [`a new revision states ${states.sysctl} = ${states.value} first`] : []),
    ...guard.map(
      ({ name, service, after }) =>
        `BELOW THE GUARD: ${name} (${service}): ${after.serving} would serve, ${after.weightPercent} % of the weight`,
    ),
  ];
}

const figures = (rest: Readonly<Record<string, unknown>>): string =>
  Object.entries(rest)
    .map(([name, value]) => ` ${name}=${String(value)}`)
    .join('');
