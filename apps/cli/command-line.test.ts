import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Schemas } from '#client/client';
import { runApi, type ApiUnderTest, type Client } from '../api/testing/running-api.ts';
import { setUpCustomer, setUpSite, setUpTemplate } from '../api/testing/sample-site.ts';
import { run } from './testing/terminal.ts';

const claire = 'Madame Claire Fontaine, 12 rue des Lilas, 75011 Paris';
const samplePdf = 'tools/demonstration/samples/office-letter/convocation.pdf';

let t: ApiUnderTest;
let customer: Client;
let home: string;
let template: string;
beforeAll(async () => {
  t = await runApi();
  ({ customer } = await setUpCustomer(t, (await setUpSite(t)).id, { cancellation: 'before_hand_over' }));
  template = await setUpTemplate(customer);
  home = mkdtempSync(join(tmpdir(), 'pli-home-'));
});
afterAll(async () => {
  await t.stop();
  rmSync(home, { recursive: true });
});

const atTerminal = (args: string[], answers?: string[]) => {
  const env = { PLI_API: t.api.url, PLI_KEY: customer.key };
  return run(args, { env, home, ...(answers && { answers }) });
};
const file = (name: string, text: string) => {
  writeFileSync(join(home, name), text);
  return join(home, name);
};
const lettersNow = async () => (await customer.get<{ rows: unknown[] }>('/v1/letters?limit=200')).rows.length;

test('a key is tried, then kept for its owner alone, and used from then on', async () => {
  expect(await run(['events'], { home })).toMatchObject({ exitCode: 2, said: expect.stringContaining('pli connect') });
  const wrong = await run(['connect', t.api.url], { home, answers: ['pli_test_wrong'] });
  expect(wrong).toMatchObject({ exitCode: 1, said: expect.stringContaining('How to mend') });
  const right = await run(['connect', t.api.url], { home, answers: [customer.key] });
  expect(right.exitCode).toBe(0);
  const kept = join(home, '.config/pli/config.json');
  expect(statSync(kept).mode & 0o777).toBe(0o600);
  expect(right.out + right.said).not.toContain(customer.key);
  expect((await run(['events', '--limit', '1'], { home })).exitCode).toBe(0);
});

test('a PDF is sent to somebody once: the person sees the address as it will be printed and says yes', async () => {
  const before = await lettersNow();
  const command = ['send', samplePdf, '--to', claire, '--sender', 'Les Moulins, 4 rue du Port, 44000 Nantes'];
  const no = await atTerminal(command, ['n']);
  expect(no).toMatchObject({ exitCode: 5, said: expect.stringContaining('    75011 PARIS') });
  expect(await lettersNow()).toBe(before);
  expect((await atTerminal(command, ['y'])).out).toMatch(/^Sent: letter let_/);
  const again = await atTerminal(command, ['y']);
  expect(again).toMatchObject({ exitCode: 0, out: expect.stringContaining('Sent already') });
  expect(await lettersNow()).toBe(before + 1);
  await atTerminal([...command, '--again'], ['y']);
  expect(await lettersNow()).toBe(before + 2);
});

test('a program gets JSON and is not asked; without --yes it sends nothing', async () => {
  const command = ['send', '--template', 'Rappel', '--data', 'total=1250', '--to', claire, '--json'];
  const before = await lettersNow();
  expect((await atTerminal(command)).exitCode).toBe(2);
  expect(await lettersNow()).toBe(before);
  const [sent] = (await atTerminal([...command, '--yes'])).objects<{ letterId: string; recipientLines: string[] }>();
  expect(sent?.recipientLines).toEqual(['Madame Claire Fontaine', '12 RUE DES LILAS', '75011 PARIS']);
  const letter = await customer.get<Schemas['Letter']>(`/v1/letters/${sent?.letterId}`);
  expect(letter).toMatchObject({ content: { templateVersionId: template }, state: 'accepted' });
});

test('what cannot be sent is told with what, why and how to mend it', async () => {
  const longName = 'Monsieur Jean-Christophe de La Rochefoucauld-Montbel, 12 rue des Lilas, 75011 Paris';
  const tooLong = await atTerminal(['send', samplePdf, '--to', longName, '--yes']);
  expect(tooLong).toMatchObject({ exitCode: 1, said: expect.stringContaining('characters') });
  const noPdf = await atTerminal(['send', file('note.pdf', 'not a PDF'), '--to', claire, '--yes']);
  expect(noPdf.exitCode).toBe(1);
  expect(noPdf.said).toMatch(/What: .*\n.*Why: .*\n.*How to mend: .*\n.*\/problems\/document_unreadable/s);
  const doubtful = await atTerminal(['send', samplePdf, '--to', 'Fontaine, Paris', '--yes']);
  expect(doubtful.exitCode).not.toBe(0);
  expect((await atTerminal(['send', 'nowhere.pdf', '--to', claire, '--yes'])).exitCode).toBe(2);
  const nobody = { PLI_API: 'http://127.0.0.1:1', PLI_KEY: 'k', PLI_PATIENCE: '0' };
  const away = await run(['events'], { env: nobody, home });
  expect(away).toMatchObject({ exitCode: 3, said: expect.stringContaining('does not answer') });
});

test('a letter goes to each row of a file; rows with something to mend are told, and left out only when that is said', async () => {
  const csv = file(
    'customers.csv',
    'Client;Nom;Adresse 1;Adresse 2;Montant\n17;Madame Claire Fontaine;12 rue des Lilas;75011 Paris;1250\n18;Monsieur Luc Petit;3 rue du Bac;75007 Paris;990\n19;Monsieur Sans Ville;;;10\n',
  );
  const map = ['--map', 'lines=Nom', 'lines=Nom+Adresse 1+Adresse 2', 'reference=Client', 'data.total=Montant'];
  const command = ['send', '--template', 'Rappel', '--csv', csv, ...map, '--json', '--yes'];
  const before = await lettersNow();
  const stopped = await atTerminal(command);
  expect(stopped.exitCode).toBe(1);
  expect(stopped.out).toContain('1 of 3 rows cannot be sent');
  expect(readFileSync(`${csv}.errors.csv`, 'utf8')).toMatch(/^.*\n.*4/s);
  const [sent] = (await atTerminal([...command, '--leave-out'])).objects<{ order: Schemas['OrderReceipt'] }>();
  expect(sent?.order).toMatchObject({ letterCount: 2 });
  expect((await atTerminal([...command, '--leave-out'])).objects()).toMatchObject([{ repeated: true }]);
  expect(await lettersNow()).toBe(before + 2);
});

test('columns that are not named are recognised by their headings', async () => {
  const csv = file(
    'some.csv',
    'Nom;Adresse;Code postal;Ville;Restant dû\nMadame Claire Fontaine;12 rue des Lilas;75011;Paris;1250\n',
  );
  const command = ['send', '--template', 'Rappel', '--csv', csv, '--yes'];
  const without = await atTerminal(command);
  expect(without.exitCode).toBe(1);
  const { exitCode, said } = await atTerminal([...command, '--map', 'data.total=Restant dû']);
  expect([exitCode, said]).toEqual([0, expect.stringContaining('1 letter, 0 left out')]);
});

test('what is wrong is said in the words of the command line', async () => {
  const csv = file('odd.csv', 'Qui;Où\nClaire;Paris\n');
  const unknown = await atTerminal(['send', '--template', 'Rappel', '--csv', csv, '--yes']);
  expect(unknown.said).toMatch(/How to mend: .*--map name=2/);
  const registered = ['send', samplePdf, '--to', claire, '--service', 'registered', '--yes'];
  const nobody = await atTerminal(registered);
  expect(nobody.said).toMatch(/How to mend: Say who sends: --sender "/);
  expect(nobody.said).not.toMatch(/`|\/letters\/0/);
});

test('a state that a letter passed is told, and one that there is not is refused', async () => {
  const [sent] = (
    await atTerminal(['send', samplePdf, '--to', claire, '--reference', 'W-2', '--json', '--yes'])
  ).objects<{
    letterId: string;
  }>();
  const id = sent?.letterId ?? '';
  await customer.post(`/v1/letters/${id}/cancel`);
  expect((await atTerminal(['watch', id, '--until', 'accepted'])).exitCode).toBe(0);
  expect((await atTerminal(['watch', id, '--until', 'acepted'])).said).toContain('accepted_by_carrier');
});

test('watching ends when the letter rests, and says by its exit code whether somebody got it', async () => {
  const [sent] = (
    await atTerminal(['send', samplePdf, '--to', claire, '--reference', 'W-1', '--json', '--yes'])
  ).objects<{ letterId: string }>();
  const id = sent?.letterId ?? '';
  const watching = atTerminal(['watch', id, '--json']);
  await customer.post(`/v1/letters/${id}/cancel`);
  const { exitCode, out } = await watching;
  expect(exitCode).toBe(4);
  expect(out.split('\n').map((line) => (JSON.parse(line) as { state: string }).state)).toContain('cancelled');
  expect((await atTerminal(['watch', id, '--until', 'cancelled'])).exitCode).toBe(0);
});

test('the feed is printed from a number on, and followed', async () => {
  const all = (await atTerminal(['events', '--json'])).objects<Schemas['Event']>();
  expect(all.map(({ number }) => number)).toEqual(all.map((_, i) => i + 1));
  const orders = (
    await atTerminal(['events', '--after', '2', '--type', 'order.*', '--limit', '1', '--json'])
  ).objects();
  expect(orders).toEqual([all.find(({ number, type }) => number > 2 && type.startsWith('order.'))]);
  const followed = await atTerminal(['events', '--after', '0', '--follow', '--limit', '3', '--json']);
  expect(followed.objects()).toEqual(all.slice(0, 3));
});
