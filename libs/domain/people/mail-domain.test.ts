import { isMailServiceOfEverybody, mailDomainOf } from './mail-domain.ts';

test('the domain of an e-mail is what is behind the @, in small letters', () => {
  expect(mailDomainOf(' Claire@Moulins.Example.ORG ')).toBe('moulins.example.org');
});

test('mail services for everybody are known, those of organisations are not', () => {
  expect(['gmail.com', 'orange.fr', 'laposte.net', 'example.org'].map(isMailServiceOfEverybody)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
