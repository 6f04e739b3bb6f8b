import type french from '../fr/cost-centres.ts';
import type { WordsOf } from '../words-of.ts';

const words: WordsOf<typeof french> = {
  title: 'Cost centres',
  lead: 'The list that orders refer to. Statistics and history can be read by cost centre.',
  rule: 'What the account asks of its orders',
  rules: {
    free: 'Any text, or none',
    listed: 'None, or one of the list',
    required: 'One of the list, always',
  },
  add: 'Add a cost centre',
  code: 'Code',
  codeHint: 'As orders name it; it stays for ever.',
  label: 'Label',
  state: { active: 'In use', retired: 'Retired' },
  column: { code: 'Code', label: 'Label', state: 'State', actions: 'Actions' },
  retire: 'Retire',
  takeBack: 'Take back into use',
  rename: 'Rename',
  retireEffect:
    'New orders cannot name {{code}} any more where the list is asked for. What was sent keeps its cost centre.',
  takeBackEffect: 'New orders may name {{code}} again.',
  renameEffect: 'The label changes everywhere, in past statistics too; the code stays.',
  addEffect: 'Orders may name the cost centre from now on.',
  saved: 'Saved',
  empty: 'No cost centre on the list',
  emptyText: 'Without a list, orders name their cost centre in free text.',
};
export default words;
