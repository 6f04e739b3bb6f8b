import { passwordFault } from './password-rules.ts';

const common = new Set(['password', 'azerty', 'azertyuiop', 'dragon', 'baseball', 'iloveyou', 'motdepasse', 'soleil']);
const own = ['claire.fontaine@moulins-du-val.fr', 'Claire Fontaine', 'Les Moulins du Val'];
const fault = (password: string) => passwordFault(password, common, own);

test('a sentence is a good password, whatever its characters', () => {
  for (const good of [
    'lavande sous la neige',
    'quatre chevaux bleus',
    'Где мои ключи сегодня',
    '雨が降っても傘はいらない今日も歩く',
    'correct horse battery',
  ])
    expect([good, fault(good)]).toEqual([good, undefined]);
});

test('it has at least 15 characters, as people count them', () => {
  expect(fault('lavande, neige')).toBe('too_short');
  expect(fault('lavande, neiges')).toBeUndefined();
  expect(fault('é'.repeat(14))).toBe('too_short');
  expect(fault('lavande '.repeat(40))).toBe('too_long');
});

test('what everybody takes is refused, longer or not: with digits and signs, repeated, or one after the other', () => {
  for (const poor of [
    'Password12345678',
    'passwordpassword',
    'P.a.s.s.w.o.r.d.2027!',
    'azertyuiop123456',
    'iloveyoubaseball',
    'dragonsoleilazerty',
    '123456789012345',
    'aaaaaaaaaaaaaaaa',
    'abababababababab1',
    '!!!!!!!!!!!!!!!!',
  ])
    expect([poor, fault(poor)]).toEqual([poor, 'too_common']);
});

test('the person’s e-mail and names, and the organisation’s, are no password', () => {
  for (const poor of [
    'claire.fontaine@moulins-du-val.fr',
    'ClaireFontaine2027',
    'fontaine-claire-1',
    'MoulinsMoulins27',
  ])
    expect([poor, fault(poor)]).toEqual([poor, 'of_the_person']);
  expect(fault('claire aime la soupe au potiron')).toBeUndefined();
});
