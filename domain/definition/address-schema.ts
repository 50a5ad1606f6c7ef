import { z } from 'zod';
import { type Address, parseAddress } from '../lvs/address.ts';

/** An IPv4 or IPv6 address in any valid text; parsing gives its canonical form. */
export const addressSchema = z
  .string()
  .trim()
  .max(64)
  .transform((text, context): Address => {
    const address = parseAddress(text);
    if (address.ok) return address.value;
    context.addIssue({ code: 'custom', message: 'address-invalid', params: { text } });
    return z.NEVER;
  });
