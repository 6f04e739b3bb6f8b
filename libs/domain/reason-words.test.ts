import { cancellationRefusals } from './cancellation.ts';
import { reasonWords } from './reason-words.ts';
import { settlementReasons } from './settlement.ts';

test('every reason that settling or cancelling gives is a clause in words', () => {
  for (const code of [...settlementReasons, ...cancellationRefusals]) {
    expect(reasonWords(code)).not.toBe(code.replaceAll('_', ' '));
    expect(reasonWords(code)).toMatch(/^[a-z].*[a-z]$/);
  }
});

test('what a person gives is read as it is written', () => {
  expect(reasonWords('window_torn')).toBe('window torn');
});
