import { runCommand } from '../build/run-command.ts';
import { projectRoot } from '../lab/project-root.ts';
import { checkLayers } from './layer-rules.ts';
import { oneFailed, onePassed, type Stage, together } from './stage.ts';

/** Stages that read the source: each command, and the layer rules, count as one. */
export const checkStages: Stage[] = [
  // Not incremental: a remembered state has been seen to outlive the error it told of.
  commands('types', 'Types', [
    ['tsc', '--noEmit', '--incremental', 'false', '-p', 'tsconfig.json'],
    ['tsc', '--noEmit', '--incremental', 'false', '-p', 'domain/tsconfig.json'],
  ]),
  commands('lint', 'Lint', [
    ['biome', 'check', '--colors=off', '.'],
    ['oxlint', '--type-aware'],
  ]),
  {
    name: 'layers',
    title: 'Layer rules and names',
    run: async () => {
      const { files, imports, findings } = checkLayers(projectRoot);
      if (findings.length > 0) return oneFailed(findings.join('\n'));
      return { ...onePassed, details: `   ${files} files, ${imports} imports` };
    },
  },
];

function commands(name: string, title: string, list: [string, ...string[]][]): Stage {
  const runOne = async (argv: [string, ...string[]]) => {
    const { code, output } = await runCommand(argv);
    return code === 0 ? onePassed : oneFailed(`$ ${argv.join(' ')}\n${output}`);
  };
  return {
    name,
    title,
    run: async () => {
      const outcomes = [];
      for (const argv of list) outcomes.push(await runOne(argv));
      return together(outcomes);
    },
  };
}
