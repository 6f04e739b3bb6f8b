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
  },
  filter: { state: 'State', all: 'All states' },
  empty: 'No order',
  emptyText: 'The first order will appear here, and move on before your eyes.',
  reference: 'Reference',
  progress: '{{done, number}} of {{all, number}} at rest',
  progressLabel: 'Progress',
  one: 'Order',
  counts: 'How far its letters are',
  facts: 'What is known of it',
  fact: {
    id: 'Id',
    created: 'Created',
    submitted: 'Submitted',
    centre: 'Cost centre',
    letters: 'Letters',
    service: 'Service',
  },
  allLetters: 'See its letters',
  cancel: {
    action: 'Cancel the order',
    title: 'Cancel this order?',
    effect_one: 'Its letter that is not at rest yet will be cancelled, if the contract and its progress allow it.',
    effect_other:
      'Its {{count, number}} letters that are not at rest yet will be cancelled one by one, as far as the contract and their progress allow it.',
    paper: 'What is paper already is taken out and destroyed. This cannot be undone.',
    confirm: 'Cancel the order',
    done: '{{cancelled, number}} cancelled, {{refused, number}} too late.',
  },
};
export default words;
