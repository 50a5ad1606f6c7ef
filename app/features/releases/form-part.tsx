import type { ReactNode } from 'react';

/** A part of the form under its own head. */
export function FormPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 border-b px-4 py-3">
      <legend className="float-left w-full pb-1 font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}
