/** How packets reach a real server. The screen may shorten them to DR, TUN and NAT. */
export const forwardingMethods = ['direct-routing', 'tunneling', 'masquerading'] as const;
export type ForwardingMethod = (typeof forwardingMethods)[number];

/** What a kernel may report: `local` and `bypass` are its own, seen on directors that also serve or cache. */
export type ObservedForwardingMethod = ForwardingMethod | 'local' | 'bypass';

const shortNames: Record<ObservedForwardingMethod, string> = {
  'direct-routing': 'DR',
  tunneling: 'TUN',
  masquerading: 'NAT',
  local: 'Local',
  bypass: 'Bypass',
};

export const forwardingShortName = (method: ObservedForwardingMethod): string => shortNames[method];
