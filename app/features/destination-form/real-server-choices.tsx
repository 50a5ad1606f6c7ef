'use client';

import { useQuery } from '@tanstack/react-query';
import { consoleClient } from '../../lib/console-client.ts';

interface RealServerChoicesProps {
  /** What a field's `list` names. */
  readonly id: string;
  readonly cluster: string;
}

/** The addresses of a cluster's named real servers, offered where an address is typed. */
export function RealServerChoices({ id, cluster }: RealServerChoicesProps) {
  const { data: realServers = [] } = useQuery({
    queryKey: ['real-servers', cluster],
    queryFn: async () => (await consoleClient().definition.current.query({ cluster })).definition.realServers,
  });
  return (
    <datalist id={id}>
      {realServers.flatMap(({ name, addresses }) =>
        addresses.map((address) => (
          <option key={address} value={address}>
            {name}
          </option>
        )),
      )}
    </datalist>
  );
}
