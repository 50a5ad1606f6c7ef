import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { type Catalogue, languageCookie } from '../messages/catalogue.ts';
import { catalogueOf, languageOf } from '../messages/language.ts';

/** The title of a page's tab, in the viewer's language. */
export async function pageTitle(text: (texts: Catalogue) => string): Promise<Metadata> {
  const language = languageOf((await cookies()).get(languageCookie)?.value, (await headers()).get('accept-language'));
  return { title: text(await catalogueOf(language)) };
}
