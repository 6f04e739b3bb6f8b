import type french from '../fr/search.ts';
import type { WordsOf } from '../words-of.ts';

const words: WordsOf<typeof french> = {
  title: 'Search',
  of: 'Results for “{{text}}”',
  lead: 'Number, reference or name; a number that is one thing opens at once.',
  searching: 'Searching…',
  none: 'Nothing fits',
  noneText: 'Check the number, or try a part of the name: the first letters of the last word are enough.',
  noneSite: 'Check the number or scan again. Names are not searched in the print room.',
  nothing: 'What do you look for?',
  nothingText: 'Type or scan into the box at the top of the page. What is searched is not kept.',
  letters: 'Letters',
  orders: 'Orders',
  things: 'Found in the print room',
  column: {
    letter: 'Recipient',
    reference: 'Reference',
    by: 'Found by',
    state: 'State',
    created: 'Created',
    order: 'Order',
    count: 'Letters',
    thing: 'Thing',
  },
  by: {
    id: 'id',
    code: 'printed code',
    number: 'number',
    reference: 'reference',
    deposit: 'deposit',
    name: 'name',
    mark: 'mark',
  },
  kind: {
    letter: 'Letter',
    order: 'Order',
    lot: 'Lot {{number}}',
    tray: 'Tray {{number}}',
    deposit: 'Deposit {{number}}',
    case: 'Case',
  },
  more: 'There are further ones: say more of what you look for.',
  erased: 'Name erased',
};
export default words;
