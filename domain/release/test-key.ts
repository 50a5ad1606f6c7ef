import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import type { TestService } from './release-settings.ts';

/** The key of the virtual service that a release's test overlays make. */
export const testKey = ({ protocol, address, port }: TestService): ServiceKeyText =>
  serviceKeyText({ kind: 'address', protocol, address, port });
