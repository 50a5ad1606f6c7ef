/** The form of a stream, as it is typed. */
export interface StreamValues {
  readonly name: string;
  readonly kind: 'webhook' | 'syslog-tcp' | 'syslog-udp';
  readonly url: string;
  readonly host: string;
  readonly port: string;
  readonly fromStart: boolean;
  readonly reason: string;
}

export const newStreamValues: StreamValues = {
  ...{ name: '', kind: 'webhook', url: '', host: '', port: '514', fromStart: false, reason: '' },
};

/** What was typed, in the shape of the API. */
export function typedStream({ name, kind, url, host, port, fromStart, reason }: StreamValues) {
  const transport = kind === 'syslog-udp' ? 'udp' : 'tcp';
  const target =
    kind === 'webhook'
      ? { kind, url: url.trim() }
      : { kind: 'syslog', transport, host, port: /^\d+$/.test(port.trim()) ? Number(port) : Number.NaN };
  return { name: name.trim(), target, fromStart, reason: reason.trim() };
}

/** The field of a path of the API's input. */
export function fieldOfStreamPath(path: readonly PropertyKey[]): keyof StreamValues | null {
  const field = path[0] === 'target' ? path[1] : path[0];
  return typeof field === 'string' && field in newStreamValues ? (field as keyof StreamValues) : null;
}
