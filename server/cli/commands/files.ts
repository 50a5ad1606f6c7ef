import { type WritableFormat, writableFormats } from '../../../domain/formats/read-file.ts';
import { writeAny } from '../../../domain/formats/write-any.ts';
import type { Command, Option } from '../command.ts';
import { asOption, noteText, readDefinition } from '../definition-file.ts';
import { exitCodes } from '../exit-code.ts';
import { clusterPath, namedCluster } from '../find-cluster.ts';
import { clusterOption } from '../options.ts';

const outOption: Option = {
  name: 'out',
  short: 'o',
  value: 'FILE',
  help: 'Write it there; standard output unless given',
};
const formatOption: Option = {
  name: 'format',
  value: 'FORMAT',
  choices: writableFormats,
  help: `${writableFormats.join(', ')} (shoal-yaml)`,
};

export const importCommand: Command = {
  name: ['import'],
  takes: 'FILE',
  count: [1, 1],
  summary: 'Read another tool’s file, and write it as a definition that can be applied',
  offline: true,
  options: [asOption, formatOption, outOption, { name: 'strict', help: 'End with 1 when a line was left out' }],
  help: [
    'What was left out or changed is told on standard error, with its line. Nothing is sent to a console.',
    '',
    '  shoal import keepalived.conf -o cluster.yaml && shoal apply -f cluster.yaml --reason "moving in"',
    '  ipvsadm -Sn | shoal import - --format keepalived',
  ],
  run: async (run) => {
    const { given, terminal, world } = run;
    const [file = '-'] = given.words;
    const { definition, notes, format } = await readDefinition(run, file);
    const remarks = notes.filter(({ kind }) => kind !== 'taken');
    const as = (given.text('format') ?? 'shoal-yaml') as WritableFormat;
    const written = writeAny(as, definition, { cluster: 'imported', revision: null });
    const out = given.text('out');
    if (terminal.asJson) terminal.json({ format, notes, definition });
    else {
      for (const note of remarks) terminal.note(noteText(file, note));
      if (out === null) terminal.line(written.text.trimEnd());
      else await world.write(out, written.text);
    }
    const lost = remarks.some(({ kind }) => kind === 'left-out');
    return lost && given.flag('strict') ? exitCodes.failed : exitCodes.done;
  },
};

export const exportCommand: Command = {
  name: ['export'],
  summary: 'The definition of a cluster as a file; the audit log tells who took it',
  options: [clusterOption, formatOption, outOption, { name: 'revision', value: 'N', help: 'An earlier revision' }],
  help: ['  shoal export --cluster shop > shop.yaml'],
  run: async (run) => {
    const { given, api, terminal, world } = run;
    const { name } = await namedCluster(run);
    const revision = given.text('revision');
    const file = await api.post<{ name: string; text: string }>(`${clusterPath(name)}/exports`, {
      format: given.text('format') ?? 'shoal-yaml',
      revision: revision === null ? null : Number(revision),
    });
    const out = given.text('out');
    if (terminal.asJson) terminal.json(file);
    else if (out === null) terminal.line(file.text.trimEnd());
    else await world.write(out, file.text);
    return exitCodes.done;
  },
};
