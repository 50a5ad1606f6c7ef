import { type Catalogue, type Language, languages } from './catalogue.ts';

/** The language to speak: the one that was chosen, or else the first of the browser's that we have, or English. */
export function languageOf(chosen: string | undefined, accepted: string | null): Language {
  const known = languages.find((language) => language === chosen);
  if (known) return known;
  const wanted = (accepted ?? '').split(',').map((entry) => (entry.split(';')[0] ?? '').trim().toLowerCase());
  for (const tag of wanted) {
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return 'en';
}

/** All texts of a language. Only that one language is sent to the browser. */
export async function catalogueOf(language: Language): Promise<Catalogue> {
  return language === 'zh-CN' ? (await import('./zh-CN.ts')).zhCn : (await import('./en.ts')).en;
}
