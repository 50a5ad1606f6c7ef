import type { Definition } from '../../../domain/definition/definition.ts';
import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';
import { serviceKeyText } from '../../../domain/lvs/service-key.ts';
import { consoleClient } from '../../lib/console-client.ts';
import type { ChangeRequest } from '../change/change-request.ts';
import { definitionChange } from '../change/definition-change.ts';
import { takingOver } from './taken-service.ts';

/** Defines services as a kernel has them on revision `base`, and takes them over with it. */
export function takeOverRequest(
  cluster: string,
  base: number,
  services: readonly ServiceDefinition[],
  definition: Definition,
): ChangeRequest {
  const keys = services.map(({ key }) => serviceKeyText(key));
  const change = takingOver(services, new Set(definition.services.map(({ key }) => serviceKeyText(key))));
  const request = definitionChange({ cluster, base, change: () => change });
  return {
    ...request,
    preview: async () => {
      const preview = await consoleClient().definition.preview.query({ cluster, base, change, takeOver: keys });
      // Asked for already: it isn't asked again.
      return preview.ok ? { ...preview, foreign: preview.foreign.filter((key) => !keys.includes(key)) } : preview;
    },
    apply: (written) => request.apply({ ...written, takeOver: [...new Set([...written.takeOver, ...keys])] }),
  };
}
