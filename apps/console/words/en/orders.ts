import type french from '../fr/orders.ts';
import type { WordsOf } from '../words-of.ts';

const words: WordsOf<typeof french> = {
  title: 'Orders',
  lead: 'All that this account has sent or prepares, the newest first.',
  column: {
    order: 'Order',
    state: 'State',
    letters: 'Letters',
    created: 'Created',
    submitted: 'Submitted',
    deadline: 'Deadline',
  },
  filter: { state: 'State', all: 'All states' },
  empty: 'No order',
  emptyText: 'The first order will appear here, and move on before your eyes.',
};
export default words;
