'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { ServiceOnDirector, ServiceView } from '../../../domain/display/views.ts';
import { destinationKeyText } from '../../../domain/lvs/destination-key.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { useServiceDrawer } from './use-service-drawer.ts';

const ServiceDrawer = dynamic(() => import('./service-drawer.tsx').then((module) => module.ServiceDrawer), {
  ssr: false,
});
const DestinationDrawer = dynamic(() => import('./destination-drawer.tsx').then((module) => module.DestinationDrawer), {
  ssr: false,
});
const WhatIfDrawer = dynamic(() => import('../what-if/what-if-drawer.tsx').then((module) => module.WhatIfDrawer), {
  ssr: false,
});
const RemoveDrawer = dynamic(() => import('./remove-drawer.tsx').then((module) => module.RemoveDrawer), { ssr: false });

interface ServiceDrawersProps {
  readonly view: ServiceView;
  /** The director whose numbers the page shows. */
  readonly shown: ServiceOnDirector | undefined;
}

/** The drawer that the URL names, over a virtual service's page. */
export function ServiceDrawers({ view, shown }: ServiceDrawersProps) {
  const { kind, destination } = useServiceDrawer();
  if (!kind) return null;
  return <OpenDrawer key={`${kind} ${destination}`} view={view} shown={shown} />;
}

function OpenDrawer({ view, shown }: ServiceDrawersProps) {
  const { kind, destination: key, close } = useServiceDrawer();
  const router = useRouter();
  const lacks = useLacks('operator');
  // As it was when the drawer opened: a destination that was just removed is still what the drawer is about.
  const [{ cluster, revision, definition }] = useState(view);
  const newest = useRef(view.definition);
  useEffect(() => {
    newest.current = view.definition ?? newest.current;
  }, [view.definition]);
  if (!kind || !definition) return null;
  const destination = definition.destinations.find((one) => destinationKeyText(one) === key) ?? null;
  switch (kind) {
    case 'destination':
      // Its charts are those of the director that the page shows, and opened there.
      return null;
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
    case 'what-if':
      return shown ? (
        <WhatIfDrawer
          cluster={cluster}
          revision={revision}
          service={definition}
          director={shown.director}
          mayChange={lacks}
          onClose={close}
        />
      ) : null;
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
