import { z } from 'zod';
import { isLinkLocalIpv6, isUnicast } from '../lvs/address.ts';
import { forwardingMethods } from '../lvs/forwarding-method.ts';
import { tunnelChecksums } from '../lvs/table.ts';
import { addressSchema } from './address-schema.ts';

export const portSchema = z.number().int().min(0).max(65535);

/** ipvsadm(8) ends weights at 65535; the kernel would take more and lose them in its own arithmetic. */
export const weightSchema = z.number().int().min(0).max(65535);

const thresholdSchema = z.number().int().min(0).max(0xffffffff);

export const tunnelSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ipip') }),
  z.strictObject({
    type: z.literal('gue'),
    port: z.number().int().min(1).max(65535),
    checksum: z.enum(tunnelChecksums),
  }),
  z.strictObject({ type: z.literal('gre'), checksum: z.enum(['nocsum', 'csum']) }),
]);

/**
 * A destination as operators write it: a real server's address and port inside one virtual service.
 *
 * Messages are codes of the message catalogues; `path` names the field.
 */
export const destinationDefinitionSchema = z
  .strictObject({
    address: addressSchema,
    port: portSchema,
    forwarding: z.enum(forwardingMethods),
    weight: weightSchema,
    upperThreshold: thresholdSchema.default(0),
    lowerThreshold: thresholdSchema.default(0),
    tunnel: tunnelSchema.nullable().default(null),
  })
  .superRefine((destination, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (!isUnicast(destination.address)) refuse('address', 'destination-not-unicast');
    if (isLinkLocalIpv6(destination.address)) refuse('address', 'destination-link-local');
    if (destination.lowerThreshold > destination.upperThreshold)
      refuse('lowerThreshold', 'threshold-lower-above-upper');
    if (destination.tunnel && destination.forwarding !== 'tunneling') refuse('tunnel', 'tunnel-without-tunneling');
  });

export type DestinationDefinition = z.output<typeof destinationDefinitionSchema>;
