import { z } from 'zod';
import { addressSchema } from '../../domain/definition/address-schema.ts';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import { serviceKeyTextSchema } from '../../domain/overlay/overlay.ts';

export const clusterInput = z.strictObject({ cluster: nameSchema });
export const serviceInput = clusterInput.extend({ key: serviceKeyTextSchema });
export const realServerInput = clusterInput.extend({ name: z.union([nameSchema, addressSchema]) });
export const directorInput = z.strictObject({ director: nameSchema });

/** tRPC adds the last event's id to a subscription's input when it connects again; a snapshot needs none. */
export const resumed = { lastEventId: z.string().max(100).nullish() };
