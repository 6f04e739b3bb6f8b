import type french from '../fr/notices.ts';
import type { WordsOf } from '../words-of.ts';

const words: WordsOf<typeof french> = {
  title: 'Mail notices',
  lead: 'Who is told by mail, and of what. A notice names orders and letters, never what they say.',
  kind: {
    order_ended: 'An order has ended',
    letter_unprintable: 'A letter cannot be printed',
    letter_returned: 'A letter has come back',
    letter_lost: 'A letter is lost',
    webhook_disabled: 'A webhook was switched off',
    ticket_answered: 'Support has answered',
  },
  addresses: 'Addresses',
  addressesHint: 'Enter after each address, ten at most',
  save: 'Save',
  off: 'Tell nobody',
  none: 'Nobody is told',
  on: 'On',
  disabled: 'Off: no mail has gone out for days. Save again to go on.',
  saved: 'Saved',
};
export default words;
