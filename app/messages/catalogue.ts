import type { en } from './en.ts';

type Texts<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Texts<Tree[Key]> };

/** Every text in one language: none may be missing, none left over. */
export type Catalogue = Texts<typeof en>;

export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** The cookie that keeps the language somebody chose. */
export const languageCookie = 'shoal-language';

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: typeof en;
  }
}
