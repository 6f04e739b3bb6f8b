import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keptLanguage } from './language.ts';

type Words = { readonly [key: string]: string | Words };

/** A file an area and language: `./fr/orders.ts`. Each is loaded when a page asks for it. */
const files = import.meta.glob<{ default: Words }>('./{fr,en}/*.ts');

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, area, done) {
    const load = files[`./${language}/${area}.ts`];
    if (load === undefined) return done(new Error(`no words of ${area} in ${language}`), false);
    load().then(
      ({ default: words }) => done(null, withMany(words)),
      (error: unknown) => done(error as Error, false),
    );
  },
};

/** French has a plural of its own for whole millions; ours says no other word for it. */
function withMany(words: Words): Words {
  const copy: Record<string, string | Words> = {};
  for (const [key, word] of Object.entries(words)) {
    copy[key] = typeof word === 'string' ? word : withMany(word);
    if (key.endsWith('_other')) copy[key.replace(/_other$/, '_many')] ??= word;
  }
  return copy;
}

/** Starts the words in the language kept in this browser, else the browser's own. Resolves when the frame's are there. */
export async function startWords(): Promise<void> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: keptLanguage(),
      fallbackLng: false,
      supportedLngs: ['fr', 'en'],
      ns: ['frame', 'states'],
      defaultNS: 'frame',
      returnNull: false,
      // React escapes what it shows.
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  const tell = (language: string) => document.documentElement.setAttribute('lang', language);
  tell(i18next.language);
  i18next.on('languageChanged', tell);
}
