import { z } from 'zod';
import { serviceKeyText } from '../lvs/service-key.ts';
import { addressSchema } from './address-schema.ts';
import { labelsSchema } from './labels.ts';
import { nameSchema, serviceDefinitionSchema } from './service-definition.ts';
import { noSettings, settingsSchema } from './settings.ts';

/** A machine behind the director: a name for one or more addresses. Destinations belong to it by their address. */
export const realServerSchema = z.strictObject({
  name: nameSchema,
  addresses: z.array(addressSchema).min(1).max(16),
  labels: labelsSchema,
});

export type RealServer = z.output<typeof realServerSchema>;

/** Most virtual services that one definition may hold. */
export const maximumServices = 5000;

/** What operators write for a cluster: real servers, virtual services, settings. Every director of it gets them. */
export const definitionSchema = z
  .strictObject({
    realServers: z.array(realServerSchema).max(5000).default([]),
    services: z.array(serviceDefinitionSchema).max(maximumServices).default([]),
    settings: settingsSchema.default(noSettings),
  })
  .superRefine((definition, context) => {
    const once = (seen: Set<string>, text: string, path: (string | number)[], message: string) => {
      if (seen.has(text)) context.addIssue({ code: 'custom', path, message });
      seen.add(text);
    };
    const keys = new Set<string>();
    const names = new Set<string>();
    for (const [index, service] of definition.services.entries()) {
      once(keys, serviceKeyText(service.key), ['services', index, 'key'], 'service-key-twice');
      once(names, service.name, ['services', index, 'name'], 'service-name-twice');
    }
    const serverNames = new Set<string>();
    const addresses = new Set<string>();
    for (const [index, server] of definition.realServers.entries()) {
      once(serverNames, server.name, ['realServers', index, 'name'], 'real-server-name-twice');
      for (const [at, address] of server.addresses.entries())
        once(addresses, address, ['realServers', index, 'addresses', at], 'real-server-address-twice');
    }
  });

export type Definition = z.output<typeof definitionSchema>;

export const emptyDefinition: Definition = { realServers: [], services: [], settings: noSettings };
