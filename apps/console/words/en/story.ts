import type french from '../fr/story.ts';
import type { WordsOf } from '../words-of.ts';

/** What happened is told by the API itself, in English: words of its own are needed only where it has none. */
const words: Omit<WordsOf<typeof french>, 'letter' | 'order' | 'event' | 'floor'> = {
  thing: {
    order: 'Order',
    letter: 'Letter',
    piece: 'Copy {{number}}',
    lot: 'Lot {{number}}',
    tray: 'Tray {{number}}',
    deposit: 'Deposit {{number}}',
    case: 'Case',
  },
  who: {
    you: 'you',
    person: 'a person ({{id}})',
    operator: 'a program of the print room ({{id}})',
    customer: 'a program of the customer ({{id}})',
    provider: 'a program of the provider ({{id}})',
    pli: 'Pli',
  },
  reason: 'Reason: {{reason}}',
  by: 'By {{who}}',
};
export default words;
