import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import { forwardingShortName } from '../../../domain/lvs/forwarding-method.ts';

/** How packets reach a destination, with the tunnel where it is none of ipip: `TUN gue:5555 csum`. */
export function ForwardingWord({ row }: { readonly row: DestinationRow }) {
  return (
    <span title={row.forwarding}>
      {forwardingShortName(row.forwarding)}
      {row.tunnel && row.tunnel.type !== 'ipip' ? (
        <span className="figures text-ink-2">
          {' '}
          {row.tunnel.type}
          {row.tunnel.type === 'gue' ? `:${row.tunnel.port}` : ''}
          {row.tunnel.checksum === 'nocsum' ? '' : ` ${row.tunnel.checksum}`}
        </span>
      ) : null}
    </span>
  );
}
