import type { Page } from 'playwright-core';
import { MailSender } from '#telling/mail-sender';
import { startMailServer, type MailServer } from '#telling/testing/mail-server';
import { runIdentityProvider, type RunningIdentityProvider } from '../../../api/testing/identity-provider/running.ts';
import { setUpSite } from '../../../api/testing/sample-site.ts';
import type { PersonClient } from '../../../api/testing/signed-in.ts';
import { sendPersonMails } from '../../../worker/telling/person-mails.ts';
import { expectAccessible, openConsole, picture, type OpenConsole } from '../../testing/open-console.ts';

let c: OpenConsole;
let server: MailServer;
let sender: MailSender;
let identityProvider: RunningIdentityProvider | undefined;
let accountId: string;
let claire: PersonClient;
/** The address in mails, and to which an identity provider sends people back. */
let origin: string;
const password = 'lavande sous la neige';

beforeAll(async () => {
  server = await startMailServer();
  sender = new MailSender(server.url, 'Pli <pli@example.org>');
  c = await openConsole({ environment: { WEBHOOK_ALLOWED_NETWORKS: '127.0.0.1' } });
  origin = c.t.api.url.replace('127.0.0.1', 'localhost');
  accountId = (await c.t.provider.post<{ id: string }>('/v1/provider/accounts', { name: 'Les Moulins du Val' })).id;
  claire = await c.t.signIn({
    role: 'administrator',
    accountId,
    name: 'Claire Fontaine',
    email: 'claire@moulins.example',
  });
});
afterAll(async () => {
  identityProvider?.stop();
  await c?.stop();
  sender?.close();
  await server?.stop();
});

/** What a page must be, whoever looks at it. */
const looked = async (page: Page, name: string) => {
  await picture(page, name);
  await expectAccessible(page);
};
/** The link in the last mail that the server has for somebody. */
async function mailedLink(to: string): Promise<string> {
  const { database, masterKey } = c.t;
  await sendPersonMails({
    database: database.worker,
    clock: () => new Date(),
    masterKey,
    mails: sender,
    chance: () => 0,
  });
  const mail = server.mails.filter((one) => one.to[0] === to).at(-1);
  return /http:\/\/localhost:\S+#[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '';
}
const passwordField = (page: Page) => page.locator('input[autocomplete$="-password"]');
const leave = async (page: Page, menu: RegExp, out: string | RegExp) => {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: out, exact: typeof out === 'string' }).click();
};

test('an administrator invites by mail, gives and takes rights, suspends and removes; the server refuses what is not theirs', async () => {
  const page = await c.visit('/users', { as: claire });
  await page.getByRole('button', { name: 'Inviter' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Adresse e-mail').fill('paul@moulins.example');
  await dialog.getByLabel('Nom').fill('Paul Rivoire');
  await looked(page, 'users-invite');
  await dialog.getByRole('button', { name: 'Inviter' }).click();
  await page.getByRole('cell', { name: 'Invité' }).waitFor();
  await looked(page, 'users');

  const his = await c.visit('/sign-in');
  await his.goto(await mailedLink('paul@moulins.example'));
  await passwordField(his).fill(password);
  await his.getByRole('button', { name: 'Accepter' }).click();
  await his.getByRole('button', { name: /Votre menu \(Paul Rivoire\)/ }).waitFor();

  await page.reload();
  const change = () => page.getByRole('button', { name: 'Modifier Paul Rivoire' }).click();
  await change();
  await dialog.getByLabel('Voir les statistiques').check();
  await looked(page, 'users-rights');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.waitFor({ state: 'detached' });
  await his.goto(`${origin}/app/statistics`);
  await his.getByRole('heading', { level: 1, name: 'Statistiques' }).waitFor();

  await change();
  await dialog.getByLabel('Suspendre l’accès').check();
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('cell', { name: 'Suspendu' }).waitFor();
  await his.reload();
  await his.getByText('Aucun bureau').waitFor();

  // She is the last who may let others in: the server says so.
  await page.getByRole('button', { name: 'Modifier Claire Fontaine' }).click();
  await dialog.getByRole('button', { name: 'Retirer' }).click();
  await dialog.getByRole('button', { name: 'Retirer' }).click();
  await dialog.getByText('C’est la dernière personne qui peut en inviter d’autres').waitFor();
  await looked(page, 'users-refused');
  await dialog.getByRole('button', { name: 'Annuler' }).click();

  await change();
  await dialog.getByRole('button', { name: 'Retirer' }).click();
  await dialog.getByText('Sans autre bureau, son nom et son adresse sont effacés').waitFor();
  await dialog.getByRole('button', { name: 'Retirer' }).click();
  await page.getByRole('button', { name: 'Modifier Paul Rivoire' }).waitFor({ state: 'detached' });
  await his.reload();
  await his.getByRole('heading', { name: 'Connexion' }).waitFor();

  // The right goes while the dialog is open.
  await page.getByRole('button', { name: 'Inviter' }).click();
  await dialog.getByLabel('Adresse e-mail').fill('zoe@moulins.example');
  const rights = async (change: string) =>
    c.t.database.asOwner(`update pli.memberships set scopes = ${change} where id = $1`, [claire.membership]);
  await rights(`array_remove(scopes, 'people:write')`);
  await dialog.getByRole('button', { name: 'Inviter' }).click();
  await dialog.getByText('Ce droit vous manque').waitFor();
  await rights(`array_append(scopes, 'people:write')`);
});

test('a key is made, shown once, works and is revoked; the SIRET of the account is checked while it is typed', async () => {
  const page = await c.visit('/keys', { as: claire });
  await page.getByText('Aucune clé').waitFor();
  await page.getByRole('button', { name: 'Créer une clé' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Programme').fill('Comptabilité');
  await dialog.getByRole('button', { name: 'Créer une clé' }).click();
  const secret = (await dialog.locator('pre').textContent()) ?? '';
  expect(secret).toMatch(/^pli_test_[0-9a-z]{40}$/);
  await looked(page, 'keys-shown');
  await dialog.getByRole('button', { name: 'Fermer', exact: true }).last().click();
  const ask = async () => (await c.t.client(secret).call('GET', '/v1/orders')).status;
  expect(await ask()).toBe(200);
  await page.reload();
  await page.getByRole('cell', { name: 'Comptabilité', exact: true }).waitFor();
  expect(await page.content()).not.toContain(secret);
  await page.getByRole('button', { name: 'Révoquer « Comptabilité »' }).click();
  await dialog.getByRole('button', { name: 'Révoquer' }).click();
  await page.getByRole('cell', { name: 'Révoquée' }).waitFor();
  expect(await ask()).toBe(401);
  await looked(page, 'keys');

  await page.goto('/app/account');
  await page.getByRole('button', { name: 'Indiquer le SIRET' }).click();
  await dialog.getByLabel('SIRET').fill('732 829 320 00075');
  await dialog.getByText('Ce n’est pas un SIRET').waitFor();
  expect(await dialog.getByRole('button', { name: 'Enregistrer' }).isDisabled()).toBe(true);
  await looked(page, 'account-siret-wrong');
  await dialog.getByLabel('SIRET').fill('732 829 320 00074');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Déclarée').waitFor();
  await looked(page, 'account');
});

test('a manager invites an operator, in English in the dark; who forgot the password comes back by mail, and the screen speaks their language', async () => {
  const site = await setUpSite(c.t);
  const manager = await c.t.signIn({ role: 'manager', name: 'Helen', language: 'en' });
  const page = await c.visit('/staff', { as: manager, language: 'en', scheme: 'dark', width: 360 });
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail address').fill('tom@example.org');
  await dialog.getByLabel('Name').fill('Tom Reed');
  await looked(page, 'staff-invite-dark-360');
  await dialog.getByRole('button', { name: 'Invite' }).click();
  await page.getByText('tom@example.org').waitFor();
  await looked(page, 'staff-dark-360');
  const [desk] = await c.t.database.asOwner(`select site_id, role from pli.memberships order by id desc limit 1`);
  expect(desk).toEqual({ site_id: site.id, role: 'operator' });

  // A sender who has forgotten their password.
  const paul = await c.t.signIn({ role: 'sender', accountId, name: 'Paul', email: 'paul@val.example', language: 'fr' });
  await c.t.database.asOwner(`update pli.sessions set second_factor_at = null where person_id = $1`, [paul.person]);
  const his = await c.visit('/sign-in', { language: 'en' });
  await his.getByRole('link', { name: 'Forgot your password?' }).click();
  // The page before has such a field, too.
  await his.getByRole('heading', { name: 'Recover your access' }).waitFor();
  await his.getByLabel('E-mail address').fill('paul@val.example');
  await looked(his, 'recovery-asked');
  await his.getByRole('button', { name: 'Send the link' }).click();
  await his.getByText('Look into your mails').waitFor();
  await looked(his, 'recovery-sent');
  await his.goto(await mailedLink('paul@val.example'));
  await passwordField(his).fill(password);
  await looked(his, 'recovery-new-password');
  await his.getByRole('button', { name: 'Save' }).click();
  // His profile speaks French, whatever the browser does.
  await his.getByRole('button', { name: /Votre menu \(Paul\)/ }).click();
  const saved = his.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok());
  await his.getByRole('menuitem', { name: 'English' }).click();
  await his.getByRole('button', { name: /Your menu \(Paul\)/ }).waitFor();
  await saved;
  const [kept] = await c.t.database.asOwner(`select language from pli.persons where id = $1`, [paul.person]);
  expect(kept).toEqual({ language: 'en' });
  const elsewhere = await c.visit('/sign-in', { language: 'fr' });
  await elsewhere.getByLabel('Adresse e-mail').fill('paul@val.example');
  await passwordField(elsewhere).fill(password);
  await elsewhere.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await elsewhere.getByRole('button', { name: /Your menu \(Paul\)/ }).waitFor();
});

test('an administrator sets up single sign-on, comes in by it, makes it the only way, and leaves at both places', async () => {
  identityProvider = await runIdentityProvider({
    accounts: { claire: { email: 'claire@moulins.example', email_verified: true } },
    clients: [{ id: 'pli', secret: 'a secret of the test' }],
    redirectUris: [`${origin}/app/sign-in/organisation`],
    signedOutUris: [`${origin}/app/sign-in`],
  });
  const page = await c.visit('/single-sign-on', { as: claire });
  await page.getByText(`${origin}/app/sign-in/organisation`).waitFor();
  const fill = async (issuer: string) => {
    await page.getByLabel('Émetteur (issuer)').fill(issuer);
    await page.getByRole('button', { name: 'Vérifier et enregistrer' }).click();
  };
  await page.getByLabel('Identifiant client').fill('pli');
  await page.getByRole('textbox', { name: 'Secret client' }).fill('a secret of the test');
  await page.getByLabel('Domaines de messagerie').fill('moulins.example');
  await fill('https://10.0.0.1');
  await page.getByText('Cette adresse ne peut pas être utilisée').waitFor();
  await fill(identityProvider.issuer);
  await page.getByText('Enregistré. Pour l’essayer').waitFor();
  await page.getByText('Proposée').waitFor();
  expect(await page.getByLabel('Aucun autre moyen de connexion').isDisabled()).toBe(true);
  await looked(page, 'single-sign-on');

  await page.goto(`${origin}/app/single-sign-on`);
  await page.getByRole('button', { name: 'Se connecter avec mon organisation' }).click();
  await page.getByLabel('Adresse e-mail').fill('claire@moulins.example');
  await looked(page, 'sign-in-organisation');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByPlaceholder('Enter any login').fill('claire');
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Connexion unique' }).waitFor();
  expect(page.url()).toBe(`${origin}/app/single-sign-on`);
  await page.getByLabel('Aucun autre moyen de connexion').check();
  await page.getByRole('button', { name: 'Vérifier et enregistrer' }).click();
  await page.getByText('Obligatoire').waitFor();
  await looked(page, 'single-sign-on-required');

  await leave(page, /Votre menu \(Claire Fontaine\)/, 'Se déconnecter aussi de mon organisation');
  await page.waitForURL((url) => url.origin === identityProvider?.issuer);
  await page.getByRole('button', { name: /yes/i }).click();
  await page.getByRole('heading', { name: 'Connexion' }).waitFor();
  // What did not come from there is refused with a sentence.
  await page.goto(`${origin}/app/sign-in/organisation?code=guessed&state=guessed`);
  await page.getByText('La connexion par votre organisation n’a pas abouti').waitFor();
  expect(page.url()).not.toContain('guessed');
  await looked(page, 'sign-in-refused');
});
