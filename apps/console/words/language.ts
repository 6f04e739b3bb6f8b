import i18next from 'i18next';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];
export const languageNames: Record<Language, string> = { fr: 'Français', en: 'English' };

const KEPT = 'pli-language';
const known = (text: string | null | undefined): Language | undefined => languages.find((one) => one === text);

/** The language chosen in this browser, else the first of the browser's own that we speak, else French. */
export function keptLanguage(): Language {
  const chosen = known(localStorage.getItem(KEPT));
  const spoken = navigator.languages.map((tag) => known(tag.slice(0, 2))).find(Boolean);
  return chosen ?? spoken ?? 'fr';
}

/** Speaks another language from now on, in this browser. */
export function speak(language: Language): void {
  localStorage.setItem(KEPT, language);
  void i18next.changeLanguage(language);
}

/** How a language writes numbers and dates: English as Europe writes it. */
export const localeOf = (language: string): string => (language === 'fr' ? 'fr-FR' : 'en-GB');
