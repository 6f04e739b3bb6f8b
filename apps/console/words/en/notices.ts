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
  savedAsked: 'Saved. A link was sent to the addresses that are to be confirmed.',
  unconfirmed: 'Waiting: no address is confirmed',
  waiting: 'To be confirmed by its reader',
  linkUntil: 'A link was sent there; it is good until',
  linkOver: 'The link that was sent is good no more.',
  again: 'Send the link again',
  sentAgain: 'A new link was sent; the former one is good no more.',
  confirm: {
    title: 'Get notices',
    lead: '{{organisation}} would like to send notices of its mail to {{address}}.',
    test: 'They are about mail sent for a trial.',
    kinds: 'You will be told when:',
    promise: 'A notice names orders and letters, never what they say. At most one mail of each kind in ten minutes.',
    accept: 'Accept these notices',
    refuse: 'If you do not want them, close this page: nothing is sent without your consent.',
    done: 'Confirmed',
    doneText: 'Notices are sent to {{address}}. To stop them, ask {{organisation}}.',
    missing: 'This link is not whole',
    missingText: 'Open the whole link of the mail, or copy it into the address bar.',
  },
};
export default words;
