'use client';

import dynamic from 'next/dynamic';
import { createParser, useQueryState } from 'nuqs';
import { useLacks } from '../../lib/viewer.tsx';

const GoBackDrawer = dynamic(() => import('./go-back-drawer.tsx').then((module) => module.GoBackDrawer), {
  ssr: false,
});

const parser = createParser<number>({
  parse: (text) => {
    const number = /^go-back~(\d{1,9})$/.exec(text)?.[1];
    return number === undefined ? null : Number(number);
  },
  serialize: (number) => `go-back~${number}`,
});

/** The revision that the open drawer goes back to, kept in the URL (`?drawer=go-back~9`). */
export const useGoBack = () => useQueryState('drawer', parser);

interface GoBackProps {
  readonly cluster: string;
  readonly newest: number;
}

/** The drawer that goes back to a revision, open while the URL says so. */
export function GoBack({ cluster, newest }: GoBackProps) {
  const lacks = useLacks('operator');
  const [number, setNumber] = useGoBack();
  if (number === null || lacks) return null;
  return (
    <GoBackDrawer key={number} cluster={cluster} newest={newest} number={number} onClose={() => void setNumber(null)} />
  );
}
