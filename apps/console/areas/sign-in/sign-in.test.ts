import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import type { PersonView } from '#contracts/api/people';
import { expectAccessible, openConsole, picture, type OpenConsole } from '../../testing/open-console.ts';
import { mailedLink } from '../../testing/mailed-link.ts';

let c: OpenConsole;
let accountId: string;
const password = 'lavande sous la neige';
beforeAll(async () => {
  c = await openConsole();
  accountId = (await c.t.provider.post<{ id: string }>('/v1/provider/accounts', { name: 'Les Moulins du Val' })).id;
});
afterAll(() => c.stop());

/** The field itself: its label has a star, and beside it is a button that shows what was typed. */
const passwordField = (page: Page) => page.locator('input[autocomplete$="-password"]');
const codeOf = async (page: Page) => {
  const secret = ((await page.locator('code').first().textContent()) ?? '').replaceAll(' ', '');
  return generateSync({ secret });
};

test('an invited sender chooses a password, comes in, leaves, and is refused with another password', async () => {
  const administrator = await c.t.signIn({ role: 'administrator', accountId });
  const email = 'paul@example.org';
  await administrator.post<PersonView>('/v1/people', { email, role: 'sender', name: 'Paul Rivoire' });
  const page = await c.visit('/');
  await page.getByRole('heading', { name: 'Connexion' }).waitFor();
  await picture(page, 'sign-in');
  await expectAccessible(page);

  await page.goto(await mailedLink(c.t));
  await page.getByText('Vous êtes invité(e) à travailler pour Les Moulins du Val.').waitFor();
  expect(page.url()).not.toContain('#');
  await picture(page, 'invitation');
  await expectAccessible(page);
  await passwordField(page).fill('les moulins du val');
  await page.getByRole('button', { name: 'Accepter' }).click();
  await page.getByText('trop facile à deviner').waitFor();
  await passwordField(page).fill(password);
  await page.getByRole('button', { name: 'Accepter' }).click();
  await page.getByRole('button', { name: /Votre menu \(Paul Rivoire\)/ }).click();
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();

  await page.getByLabel('Adresse e-mail').fill(email);
  await passwordField(page).fill('une autre phrase encore');
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await page.getByText('Adresse et mot de passe ne correspondent pas').waitFor();
});

test('a manager sets up an authenticator and a passkey, and signs in with each, in English on a telephone in the dark', async () => {
  const keeper = await c.t.signIn({ role: 'manager' });
  const email = 'helen@example.org';
  await keeper.post<PersonView>('/v1/provider/staff', { email, role: 'manager', name: 'Helen', language: 'en' });
  const page = await c.visit('/sign-in', { language: 'en', scheme: 'dark', width: 360 });
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(await mailedLink(c.t));
  await passwordField(page).fill(password);
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('heading', { name: 'Protect your access' }).waitFor();
  await page.getByRole('button', { name: 'Set up an authenticator' }).click();
  await page.getByRole('img', { name: /QR code/ }).waitFor();
  await picture(page, 'enrol-dark-360');
  await expectAccessible(page);
  await page.getByLabel('Code that the app shows').fill(await codeOf(page));
  await page.getByRole('button', { name: 'Check and use it' }).click();
  await page.getByText('Your recovery codes').waitFor();
  const recovery = (await page.getByRole('listitem').first().textContent()) ?? '';
  await picture(page, 'recovery-codes');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByRole('button', { name: /menu \(Helen\)/ }).waitFor();

  const signOut = async () => {
    await page.context().clearCookies();
    await page.goto(page.url().replace(/\/app.*/, '/app/sign-in'));
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  };
  await signOut();
  await page.getByLabel('E-mail address').fill(email);
  await passwordField(page).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Confirm that it is you' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(recovery);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: /menu \(Helen\)/ }).waitFor();

  await page.goto(page.url().replace(/\/app.*/, '/app/me'));
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await page.getByRole('cell', { name: 'This device' }).waitFor();
  await picture(page, 'me-dark-360');
  await expectAccessible(page);
  await signOut();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByRole('button', { name: /menu \(Helen\)/ }).waitFor();
});

test('who works at several desks chooses one', async () => {
  const { id } = await c.t.provider.post<{ id: string }>('/v1/provider/accounts', { name: 'La Fontaine' });
  const sender = await c.t.signIn({ role: 'sender', accountId: id, modes: ['test', 'live'], name: 'Zoé' });
  await c.t.database.asOwner(`update pli.sessions set membership_id = null, mode = null where person_id = $1`, [
    sender.person,
  ]);
  const page = await c.visit('/orders', { as: sender });
  await page.getByRole('heading', { name: 'Où travaillez-vous ?' }).waitFor();
  await picture(page, 'choose-desk');
  await expectAccessible(page);
  await page.getByRole('button', { name: /La Fontaine.*Production/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Commandes' }).waitFor();
});
