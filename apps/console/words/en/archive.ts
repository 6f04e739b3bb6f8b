import type french from '../fr/archive.ts';
import type { WordsOf } from '../words-of.ts';

const words: WordsOf<typeof french> = {
  title: 'Archive',
  lead: 'Files of sent letters whose orders asked to keep them: the very pages that were printed. Each opening is on record.',
  search: 'Recipient or reference',
  searchHint: 'At least two characters',
  column: {
    sent: 'Handed over',
    recipient: 'Recipient',
    reference: 'Reference',
    service: 'Service',
    costCentre: 'Cost centre',
    until: 'Kept until',
    state: 'State',
    size: 'Size',
  },
  filter: { state: 'State', all: 'All', from: 'From', to: 'To', search: 'Search', clear: 'Clear the filters' },
  noTerm: 'no end',
  erasedOn: 'erased on',
  reason: { term_over: 'at the end of its time', asked: 'at the request of the account' },
  soon: 'can no longer be read; it is being erased',
  empty: 'No file in the archive',
  emptyText: 'Choose the option “simple archive” of an order: its files come here once the letters are handed over.',
  file: {
    title: 'Archived file',
    back: 'Archive',
    open: 'Open the file',
    download: 'Download',
    deposit: 'Deposit extract (PDF)',
    letter: 'See the letter',
    order: 'Letters of the order',
    kept: 'Archived',
    erasedAt: 'Erased',
    hash: 'SHA-256',
    hashHint: 'The downloaded file has this hash: sha256sum verifies it.',
    end: 'Erase now',
    endEffect:
      'The file cannot be read any more from now on, and its bytes go with the next erasure. This cannot be undone; the trace of the sending stays.',
    accesses: 'Openings',
    noAccess: 'Nobody has opened this file yet.',
    who: 'By',
    when: 'When',
    gone: 'This file was erased',
    goneText: 'What proves the sending stays: dates, states, numbers. The content cannot be brought back.',
  },
};
export default words;
