/** One virtual service of a listing: its line, and those of its destinations. */
interface ListedService {
  /** As `serviceKeyText` writes it. */
  readonly key: string;
  readonly line: string;
  readonly destinations: readonly string[];
}

const serviceLine = /^(?:(TCP|UDP|SCTP) +(\S+)|FWM +(\d+)( IPv6)?) /;

/** What `ipvsadm -Ln` printed, taken apart: the lines of its head, and a part for each service. */
function partsOf(listing: string): { readonly head: readonly string[]; readonly services: readonly ListedService[] } {
  const head: string[] = [];
  const services: { key: string; line: string; destinations: string[] }[] = [];
  for (const line of listing.split('\n')) {
    const match = serviceLine.exec(line);
    if (match) {
      const [, protocol, socket, mark, ipv6 = ''] = match;
      services.push({ key: protocol ? `${protocol} ${socket}` : `FWM ${mark}${ipv6}`, line, destinations: [] });
    } else (services.at(-1)?.destinations ?? head).push(line);
  }
  return { head, services };
}

export interface ListingPart {
  /** Services to keep, by their keys; all without it. */
  readonly services?: ReadonlySet<string>;
  /** Destinations to keep, by their addresses; services without any are left out then. */
  readonly addresses?: ReadonlySet<string>;
  /** Words that a line must have, in any case: a service's line keeps its destinations. */
  readonly filter?: string;
}

/**
 * The part of a listing that a page is about, still as `ipvsadm -Ln` prints it.
 *
 * Null when nothing of it is left.
 */
export function listingPart(listing: string, { services, addresses, filter = '' }: ListingPart): string | null {
  const { head, services: all } = partsOf(listing);
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (line: string) => words.every((word) => line.toLowerCase().includes(word));
  const kept = all.flatMap(({ key, line, destinations }) => {
    if (services && !services.has(key)) return [];
    const there = addresses ? destinations.filter((one) => addresses.has(addressIn(one))) : destinations;
    if (addresses && there.length === 0) return [];
    if (has(line)) return [line, ...there];
    const matching = there.filter(has);
    return matching.length > 0 ? [line, ...matching] : [];
  });
  return kept.length > 0 ? [...head, ...kept].join('\n') : null;
}

/** The address in `  -> 10.0.0.21:80   Route …` or `  -> [fd00::21]:80 …`. */
function addressIn(line: string): string {
  const [, ipv6, ipv4] = /^ *-> +(?:\[([^\]]+)\]|([^:\s]+)):/.exec(line) ?? [];
  return ipv6 ?? ipv4 ?? '';
}
