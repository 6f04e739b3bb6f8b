import type french from '../fr/statistics.ts';
import type { WordsOf } from '../words-of.ts';

const words: WordsOf<typeof french> = {
  title: 'Statistics',
  lead: 'Letters that were submitted, counted by the day of the print room. Each number leads to its list and equals it.',
  export: 'Export (CSV)',
  total: { letters: 'Letters', sent: 'Handed over', weight: 'Weight handed over', postage: 'Postage without VAT' },
  by: {
    month: 'By month and service',
    state: 'By state',
    service: 'By service',
    content: 'By origin',
    envelope: 'By envelope',
    costCentre: 'By cost centre',
    postage: 'Postage without VAT by month',
  },
  column: {
    month: 'Month',
    state: 'State',
    service: 'Service',
    content: 'Made from',
    envelope: 'Envelope',
    costCentre: 'Cost centre',
    letters: 'Letters',
    sent: 'Handed over',
    weight: 'Weight',
    postage: 'Postage without VAT',
  },
  noEnvelope: 'Not composed yet',
  noCostCentre: 'Without a cost centre',
  chartOf: 'Chart: {{name}}. The same numbers stand in the table.',
  loading: 'The chart is coming…',
  empty: 'No letter in this period',
  emptyText: 'Choose a longer period, or clear the filters.',
};
export default words;
