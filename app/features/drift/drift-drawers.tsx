'use client';

import dynamic from 'next/dynamic';
import type { DirectorView } from '../../../domain/display/views.ts';
import type { useDriftDrawer } from './use-drift-drawer.ts';

const AdoptDrawer = dynamic(() => import('./adopt-drawer.tsx').then((module) => module.AdoptDrawer), { ssr: false });
const ReapplyPlacesDrawer = dynamic(
  () => import('./reapply-places-drawer.tsx').then((module) => module.ReapplyPlacesDrawer),
  { ssr: false },
);
const IgnoreDialog = dynamic(() => import('./ignore-dialog.tsx').then((module) => module.IgnoreDialog), { ssr: false });

interface DriftDrawersProps {
  readonly view: DirectorView;
  readonly asked: ReturnType<typeof useDriftDrawer>['asked'];
  readonly onClose: () => void;
}

/** What was asked for about some of the differences. */
export function DriftDrawers({ view, asked, onClose }: DriftDrawersProps) {
  if (!asked) return null;
  const { items } = asked;
  switch (asked.action) {
    case 'adopt':
      return <AdoptDrawer director={view.director} items={items} others={asked.others} onClose={onClose} />;
    case 'reapply':
      return <ReapplyPlacesDrawer view={view} items={items} onClose={onClose} />;
    case 'ignore':
      return <IgnoreDialog director={view.director} items={items} onClose={onClose} />;
  }
}
