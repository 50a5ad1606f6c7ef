import type { Definition } from '../definition/definition.ts';
import { writeIpvsadmRules } from './ipvsadm/write-ipvsadm-rules.ts';
import { writeKeepalived } from './keepalived/write-keepalived.ts';
import type { WritableFormat } from './read-file.ts';
import { writeScript } from './script/write-script.ts';
import { writeShoalJson } from './shoal-text/write-shoal-json.ts';
import { writeShoalYaml } from './shoal-text/write-shoal-yaml.ts';

/** Whose definition is written; `revision` is null where it is none yet, a draft. */
export interface WrittenAbout {
  /** As `nameSchema` has it. */
  readonly cluster: string;
  readonly revision: number | null;
}

/** A file to be saved under its name. */
export interface WrittenFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/** A definition as a file of any format that can be written; the name tells the cluster and revision: `web-12.yaml`. */
export function writeAny(format: WritableFormat, definition: Definition, about: WrittenAbout): WrittenFile {
  const stem = about.revision === null ? about.cluster : `${about.cluster}-${about.revision}`;
  switch (format) {
    case 'ipvsadm-save':
      return plain(`${stem}.ipvsadm`, writeIpvsadmRules(definition));
    case 'keepalived':
      return plain(`${stem}.keepalived.conf`, writeKeepalived(definition));
    case 'shoal-json':
      return { name: `${stem}.json`, mediaType: 'application/json', text: writeShoalJson(definition) };
    case 'shoal-yaml':
      return { name: `${stem}.yaml`, mediaType: 'application/yaml', text: writeShoalYaml(definition) };
    case 'script':
      return { name: `lvs-${stem}.sh`, mediaType: 'application/x-sh', text: writeScript(definition, about) };
  }
}

const plain = (name: string, text: string): WrittenFile => ({ name, mediaType: 'text/plain', text });
