'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';
import type { DirectorPreview } from '../../../domain/display/preview.ts';
import { WhatIfInPreview } from '../what-if/what-if-in-preview.tsx';
import type { ChangeRequest } from './change-request.ts';

interface ReplayedInPreviewProps {
  readonly cluster: string;
  readonly replaying: NonNullable<ChangeRequest['replaying']>;
  readonly directors: readonly DirectorPreview[];
}

/** The what-if of a previewed change that schedules one virtual service otherwise; nothing for any other. */
export function ReplayedInPreview({ cluster, replaying, directors }: ReplayedInPreviewProps) {
  const [services, setServices] = useState<{ before: ServiceDefinition; after: ServiceDefinition } | null>(null);
  const look = useEffectEvent(() => replaying());
  useEffect(() => {
    let left = false;
    look().then(
      (found) => {
        if (!left && found && schedulesOtherwise(found.before, found.after)) setServices(found);
      },
      // Without it there is still the plan; what is wrong with the change is said elsewhere.
      () => {},
    );
    return () => {
      left = true;
    };
  }, []);
  return services ? <WhatIfInPreview cluster={cluster} directors={directors} {...services} /> : null;
}

/** Whether anything is changed that a scheduler goes by. */
function schedulesOtherwise(before: ServiceDefinition, after: ServiceDefinition): boolean {
  const goneBy = ({ scheduler, schedulerFlags, persistence, destinations }: ServiceDefinition) =>
    JSON.stringify([
      ...[scheduler, schedulerFlags, persistence],
      destinations.map((to) => [to.address, to.port, to.weight, to.upperThreshold, to.lowerThreshold]),
    ]);
  return goneBy(before) !== goneBy(after);
}
