/** The JSON text of each view that is being shown, kept while the view is. */
const texts = new WeakMap<object, string | null>();

/** Marks a view so that it is made into JSON once for all who follow it. It must be plain JSON: no Date, Map or Set. */
export function serialiseOnce<View extends object>(view: View): View {
  texts.set(view, null);
  return view;
}

export const isSerialisedOnce = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && texts.has(value);

/** The JSON text of a marked view, made at the first call. */
export function textOf(view: object): string {
  const known = texts.get(view);
  if (known) return known;
  const text = JSON.stringify(view);
  texts.set(view, text);
  return text;
}
