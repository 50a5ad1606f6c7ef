'use client';

import { createContext, useContext } from 'react';
import { useTranslations } from 'use-intl';
import { includesRole, type Role } from './role.ts';

/** Who looks at the page. */
export interface Viewer {
  readonly name: string;
  readonly username: string;
  readonly role: Role;
}

const ViewerContext = createContext<Viewer | null>(null);
export const ViewerProvider = ViewerContext.Provider;

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('ViewerProvider is missing above');
  return viewer;
}

/** Why the viewer may not do what needs a role; null when they may. The console checks it again. */
export function useLacks(needed: 'operator' | 'administrator'): string | null {
  const t = useTranslations('shell.needs');
  return includesRole(useViewer().role, needed) ? null : t(needed);
}
