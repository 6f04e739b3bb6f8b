import { useTranslation } from 'react-i18next';

/** One of the things that letters of a lot have in common, in words: `priority`, `two-sided`; what has none is shown as it is written. */
export function useKeyWord(): (value: string) => string {
  const { t, i18n } = useTranslation(['floor', 'states']);
  return (value) => {
    const keys = [`floor:key.${value.replaceAll('-', '_')}`, `states:service.${value}`];
    const known = keys.find((key) => i18n.exists(key));
    return known === undefined ? value.replaceAll('_', ' ') : t(known as 'floor:key.black');
  };
}

/** What the letters of a lot have in common, in words: `priority · C5/6 · black · two-sided · FR`. */
export function useKeyWords() {
  const word = useKeyWord();
  return (key: Readonly<Record<string, unknown>>): string =>
    ['product', 'envelope', 'colour', 'sides', 'contract', 'destination']
      .flatMap((name) => (typeof key[name] === 'string' ? [word(key[name])] : []))
      .join(' · ');
}
