'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { ServiceView } from '../../../domain/display/views.ts';
import { destinationKeyText } from '../../../domain/lvs/destination-key.ts';
import { useServiceDrawer } from './use-service-drawer.ts';

const ServiceDrawer = dynamic(() => import('./service-drawer.tsx').then((module) => module.ServiceDrawer), {
  ssr: false,
});
const DestinationDrawer = dynamic(() => import('./destination-drawer.tsx').then((module) => module.DestinationDrawer), {
  ssr: false,
});
const RemoveDrawer = dynamic(() => import('./remove-drawer.tsx').then((module) => module.RemoveDrawer), { ssr: false });

/** The drawer that the URL names, over a virtual service's page. */
export function ServiceDrawers({ view }: { readonly view: ServiceView }) {
  const { kind, destination } = useServiceDrawer();
  if (!kind) return null;
  return <OpenDrawer key={`${kind} ${destination}`} view={view} />;
}

function OpenDrawer({ view }: { readonly view: ServiceView }) {
  const { kind, destination: key, close } = useServiceDrawer();
  const router = useRouter();
  // As it was when the drawer opened: a destination that was just removed is still what the drawer is about.
  const [{ cluster, revision, definition }] = useState(view);
  const newest = useRef(view.definition);
  useEffect(() => {
    newest.current = view.definition ?? newest.current;
  }, [view.definition]);
  if (!kind || !definition) return null;
  const destination = definition.destinations.find((one) => destinationKeyText(one) === key) ?? null;
  switch (kind) {
    case 'edit':
      return (
        <ServiceDrawer
          cluster={cluster}
          revision={revision}
          edited={definition}
          destinationsNow={() => newest.current?.destinations ?? definition.destinations}
          onClose={close}
          onKey={(slug) => router.replace(`/clusters/${encodeURIComponent(cluster)}/services/${slug}`)}
        />
      );
    case 'remove':
      return (
        <RemoveDrawer
          cluster={cluster}
          revision={revision}
          service={definition}
          destination={null}
          onClose={close}
          onRemoved={() => router.push(`/clusters/${encodeURIComponent(cluster)}`)}
        />
      );
    case 'add-destination':
      return (
        <DestinationDrawer cluster={cluster} revision={revision} service={definition} edited={null} onClose={close} />
      );
    case 'edit-destination':
      if (!destination) return null;
      return (
        <DestinationDrawer
          cluster={cluster}
          revision={revision}
          service={definition}
          edited={destination}
          onClose={close}
        />
      );
    case 'remove-destination':
      if (!destination) return null;
      return (
        <RemoveDrawer
          cluster={cluster}
          revision={revision}
          service={definition}
          destination={destination}
          onClose={close}
        />
      );
  }
}
