'use client';

import { parseAsStringLiteral, useQueryState } from 'nuqs';

const forms = ['table', 'ipvsadm'] as const;
export type ShownAs = (typeof forms)[number];

/** Whether tables are shown as such or as `ipvsadm -Ln` prints them, kept in the URL (`?as=ipvsadm`). */
export function useShownAs() {
  const [as, setAs] = useQueryState('as', parseAsStringLiteral(forms).withDefault('table'));
  return { as, setAs };
}
