import { setTimeout as delay } from 'node:timers/promises';
import type { CaseView } from '#contracts/api/cases';
import type { LotView } from '#contracts/api/lots';
import type { OrderReceipt } from '#contracts/api/orders';
import type { Letter } from '#contracts/api/letters';
import type { DeskRole } from '#contracts/api/desk-roles';
import { templateOf } from '../bench/factory.ts';
import { shortTemplate } from '../bench/short-letter.ts';
import { armFault, type FaultOrder } from '../demonstration/arm-fault.ts';
import { Refused } from '../demonstration/api-client.ts';
import { customerNames, type CustomerName } from '../demonstration/customers.ts';
import { prepareDemonstration, type Demonstration } from '../demonstration/demonstration.ts';
import { Dice } from '../demonstration/dice.ts';
import { prepareMaterials } from '../demonstration/materials.ts';
import { orderBody, type Materials } from '../demonstration/sample-orders.ts';
import type { Instance } from '../launcher/instance.ts';
import { seedLetters } from '../seed/seed-letters.ts';
import type { Person } from './person.ts';
import { afternoon, morning } from './picture-profiles.ts';

/** What the persons of the pictures find: a print room at work, with weeks behind it. */
export interface PictureDay {
  readonly demonstration: Demonstration;
  /** A letter of the sender's own that the carrier has accepted. */
  readonly sentLetter: string;
  /** The window code of a piece that a machine has put aside. */
  readonly aside: string;
}

export type People = Readonly<Record<DeskRole, Person>>;
type Body = Parameters<typeof orderBody>[0];

/** Letters of the weeks before, for lists, searches and statistics. */
const PAST = { letters: 6000, days: 120, openShare: 0 } as const;
/** What is to be archived is looked at every ten minutes, as in a real print room. */
const PATIENCE_MS = 12 * 60_000;

/** Prepares the print room, its accounts with what their letters are made of, and the weeks before. */
export async function prepareWorld(
  instance: Instance,
): Promise<{ demonstration: Demonstration; materials: Record<CustomerName, Materials> }> {
  const demonstration = await prepareDemonstration(instance, morning);
  const { customers } = demonstration;
  const materials = {} as Record<CustomerName, Materials>;
  for (const name of customerNames) materials[name] = await patiently(() => prepareMaterials(customers[name], name));
  // Letters of the past are made of a template; this account has documents alone.
  await templateOf(customers.manager, 'Avis', shortTemplate);
  await seedLetters(instance.environment.ADMIN_DATABASE_URL ?? '', PAST);
  return { demonstration, materials };
}

/**
 * Lives the day until it can be looked at: letters are with the carrier, who counts one too few; an envelope fell to the floor and another was
 * put aside, and nobody has seen to them; a lot is being printed; others wait for theirs; people have asked support.
 * @param receiver the address of a program that takes webhooks
 */
export async function liveThePictures(
  instance: Instance,
  { demonstration, materials }: Awaited<ReturnType<typeof prepareWorld>>,
  people: People,
  receiver: string,
  tell: (what: string) => void,
): Promise<PictureDay> {
  const { operator, customers } = demonstration;
  const simulator = instance.environment.SIMULATOR_URL ?? '';
  const bodyOf = (order: Body, seed: number) => orderBody(order, materials[order.customer], new Dice(seed));
  const order = (given: Body, seed: number) =>
    customers[given.customer].post<OrderReceipt>('/v1/orders', bodyOf(given, seed), `pictures-${seed}`);
  const own = (given: Omit<Body, 'customer'>, seed: number) =>
    people.sender.post<OrderReceipt>('/v1/orders', bodyOf({ ...given, customer: 'electrician' }, seed));
  const openLots = () => operator.all<LotView>('/v1/site/lots?open=true');

  tell('the morning: letters on their way to the carrier');
  await setUpAccount(people, receiver);
  const sent = await own(
    {
      letters: 6,
      content: { template: 'invoice' },
      options: {
        sides: 'simplex',
        envelope: 'C5',
        costCentre: 'CHANTIERS',
        clientReference: 'Factures de novembre',
        archive: { kind: 'simple', years: 10 },
      },
    },
    1,
  );
  await own(
    {
      letters: 1,
      content: { template: 'invoice' },
      options: { service: 'registered', costCentre: 'SIEGE', clientReference: 'Mise en demeure' },
    },
    2,
  );
  await order(
    { customer: 'electrician', letters: 24, content: { template: 'invoice' }, options: { costCentre: 'CHANTIERS' } },
    3,
  );
  await order({ customer: 'nursery', letters: 18, content: { template: 'reminder' }, options: {} }, 4);
  await order(
    {
      customer: 'community',
      letters: 5,
      content: { template: 'tax-notice', notices: 1 },
      options: { service: 'registered' },
    },
    5,
  );
  await befall(simulator, openLots, [
    { befalls: ({ key }) => key['envelope'] === 'C5', faults: [{ fault: 'lose' }] },
    {
      befalls: ({ kind, pieces }) => kind === 'ordinary' && pieces >= 15,
      faults: [{ fault: 'jam', sheets: 3 }, { fault: 'divert' }, { fault: 'drop' }],
    },
  ]);

  tell('waiting for the carrier’s count, and for the machines to say what they cannot vouch for');
  const isAccepted = async (id: string) =>
    (await customers.electrician.get<Letter>(`/v1/letters/${id}`)).acceptedByCarrierAt !== null;
  await until(async () => (await operator.all<CaseView>('/v1/site/cases?state=open')).length > 0);
  let sentLetter: string | undefined;
  await until(async () => {
    for (const { id } of sent.letters) if (await isAccepted(id)) sentLetter = id;
    return sentLetter !== undefined;
  });
  await until(async () => (await openLots()).some(({ needsOperator }) => needsOperator));

  tell('a lot goes to a slow printer, others wait for the afternoon’s trucks');
  await speed(simulator, { sheetsPerMinute: 2, envelopesPerHour: 60 });
  await order(
    { customer: 'nursery', letters: 22, content: { template: 'reminder' }, options: { colour: 'colour' } },
    6,
  );
  await until(async () => (await openLots()).some(({ state }) => state === 'printing'));
  await prepareDemonstration(instance, afternoon);
  await own(
    {
      letters: 12,
      content: { template: 'invoice' },
      options: { costCentre: 'CHANTIERS', clientReference: 'Factures, lot 2' },
    },
    7,
  );
  await order(
    { customer: 'nursery', letters: 14, content: { template: 'reminder' }, options: { service: 'economy' } },
    8,
  );
  await order(
    { customer: 'manager', letters: 3, content: { document: 'convocation' }, options: { envelope: 'C5' } },
    9,
  );
  await askSupport(people, sentLetter ?? '');
  await until(
    async () => (await customers.electrician.get<{ rows: unknown[] }>('/v1/archive?limit=1')).rows.length > 0,
  );
  const pooled = async () =>
    (await operator.get<{ groups: { letters: number }[] }>('/v1/site/pool')).groups.reduce(
      (sum, { letters }) => sum + letters,
      0,
    );
  await until(async () => (await pooled()) === 12 + 14 + 3);
  const [diverted] = await operator.all<{ windowCode: string }>('/v1/site/pieces?state=diverted');
  return { demonstration, sentLetter: sentLetter ?? '', aside: diverted?.windowCode ?? '' };
}

/** Cost centres of the account, who else works for it, and a program of its that hears of its orders. */
async function setUpAccount({ administrator }: People, url: string): Promise<void> {
  await administrator.post('/v1/webhooks', { url, description: 'Logiciel de facturation', types: ['order.*'] });
  for (const [code, label] of [
    ['CHANTIERS', 'Chantiers'],
    ['SIEGE', 'Siège et administration'],
    ['SAV', 'Service après-vente'],
  ])
    await administrator.post('/v1/cost-centres', { code, label });
  await administrator.post('/v1/people', {
    email: 'nadia.perrin@demonstration.example',
    name: 'Nadia Perrin',
    role: 'sender',
    language: 'fr',
  });
}

/** One question has its answer, another waits for it. */
async function askSupport({ sender, administrator, manager }: People, letterId: string): Promise<void> {
  const asked = await sender.post<{ id: string }>('/v1/tickets', {
    subject: 'Date de remise à indiquer au client',
    text: 'Bonjour, quelle date fait foi pour ce courrier : la remise ou la prise en charge ?',
    letterId,
  });
  await manager.post(`/v1/support/tickets/${asked.id}/answer`, {
    text: 'Bonjour, le jour de dépôt (J) de la page de la lettre : c’est celui que porte le bordereau accepté par le transporteur.',
  });
  await administrator.post('/v1/tickets', {
    subject: 'Ajouter un centre de coûts à nos anciennes commandes',
    text: 'Est-ce possible après l’envoi ?',
  });
}

/** Has mishaps befall the first open lot of each kind, as soon as it is planned. */
async function befall(
  simulator: string,
  openLots: () => Promise<LotView[]>,
  mishaps: readonly { befalls: (lot: LotView) => boolean; faults: readonly Omit<FaultOrder, 'lot'>[] }[],
): Promise<void> {
  let left = [...mishaps];
  await until(async () => {
    for (const lot of await openLots())
      for (const mishap of left.filter(({ befalls }) => befalls(lot))) {
        for (const fault of mishap.faults) await armFault(simulator, { ...fault, lot: lot.number });
        left = left.filter((other) => other !== mishap);
      }
    return left.length === 0;
  }, 200);
}

async function speed(simulator: string, knobs: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${simulator}/speed`, { method: 'POST', headers, body: JSON.stringify(knobs) });
  if (!answer.ok) throw new Error(`The simulator took no speed: ${answer.status} ${await answer.text()}`);
}

/** Asks again while a machine with much to do says so; what is asked is safe to repeat. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + PATIENCE_MS; ; await delay(5000)) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 503 || Date.now() > deadline) throw error;
    }
  }
}

async function until(is: () => Promise<boolean>, everyMs = 1000): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; !(await is()); await delay(everyMs))
    if (Date.now() > deadline) throw new Error(`The day did not come to what the pictures show: ${is.toString()}`);
}
