import type { JournalEntry } from '#contracts/simulator-journal';
import { countsOf, openCheckedWorld, type CheckedWorld } from '../testing/checked-world.ts';
import type { FindingKind } from './report.ts';

let world: CheckedWorld;
beforeAll(async () => {
  world = await openCheckedWorld();
});
afterAll(() => world?.close());

describe('a tampered database', () => {
  const letter = () => world.order.letterIds[0];
  const openLetter = () => world.open.letterIds[0];
  const cases: [string, () => string[], Partial<Record<FindingKind, number>>, RegExp][] = [
    [
      'a letter vanishes',
      () => [`delete from pli.letters where id = '${openLetter()}'`],
      { lost: 1, mismatched: 3 },
      /no such letter/,
    ],
    [
      'a letter turns back into a draft',
      () => [`update pli.letters set state = 'deleted' where id = '${openLetter()}'`],
      { lost: 1, mismatched: 3 },
      /submitted, and it is deleted/,
    ],
    [
      'an open letter has no deadline',
      () => [`update pli.letters set deadline_at = null where id = '${openLetter()}'`],
      { lost: 1, stuck: 1, mismatched: 1 },
      /no deadline/,
    ],
    [
      'a letter changes its state untold',
      () => [`update pli.letters set state = 'delivered' where id = '${letter()}'`],
      { mismatched: 3 },
      /its state differ/,
    ],
    [
      'an amount changes untold',
      () => [`update pli.postage_entries set cents = 1 where letter_id = '${letter()}'`],
      { mismatched: 1 },
      /its cents differ/,
    ],
    [
      'a content changes',
      () => [`update pli.letters set recipient = '{"lines":["X"]}' where id = '${letter()}'`],
      { mismatched: 1 },
      /content is not what was hashed/,
    ],
    [
      'a content hash is lost',
      () => [`update pli.letters set content_key = null where id = '${letter()}'`],
      { mismatched: 1 },
      /no hash of it/,
    ],
    [
      'an order miscounts its open letters',
      () => [`update pli.orders set open_letters = 1 where id = '${world.open.id}'`],
      { mismatched: 1 },
      /says 2 letters, 1 open/,
    ],
    [
      'an order never ends',
      () => [
        `update pli.orders set state = 'in_progress', deadline_at = now() + interval '1 hour' where id = '${world.order.id}'`,
      ],
      { mismatched: 2 },
      /0 open/,
    ],
    [
      'an event changes',
      () => [`update pli.events set data = data || '{"x":1}' where number = 3 and stream = 'site/${world.site.id}'`],
      { mismatched: 1 },
      /event 3 is not what was hashed/,
    ],
    [
      'an event changes with its hash',
      () => [`update pli.events set hash = sha256('x') where number = 3 and stream = 'site/${world.site.id}'`],
      { mismatched: 1 },
      /event 3 is not what/,
    ],
    [
      'an actor is replaced',
      () => [`update pli.events set actor = 'other' where number = 4 and stream = 'site/${world.site.id}'`],
      { mismatched: 1 },
      /event 4/,
    ],
    [
      'an event that sets nothing vanishes',
      () => [`delete from pli.events where type = 'piece.marked' and subject_id = '${world.lot.pieces[0]?.id}'`],
      { mismatched: 2 },
      /follows event/,
    ],
    [
      'the last event vanishes',
      () => [
        `delete from pli.events e using pli.streams s where s.id = e.stream and s.id = 'provider' and e.number = s.last_number`,
      ],
      { mismatched: 2 },
      /its head says/,
    ],
    [
      'a head vanishes',
      () => [`delete from pli.streams where id = 'site/${world.site.id}'`],
      { mismatched: 1 },
      /events and no head/,
    ],
    [
      'a row is slipped in untold',
      () => [`insert into pli.accounts values ('acc_x', 'x', 'active', now())`],
      { mismatched: 1 },
      /no event tells/,
    ],
    [
      'a lot loses a sheet',
      () => [`update pli.lots set sheets_spoiled = 1 where id = '${world.lot.id}'`],
      { mismatched: 2 },
      /sheets: 8 printed; 6 good, 1 spoiled/,
    ],
    [
      'a lot loses a piece',
      () => [`update pli.lots set pieces_good = 2 where id = '${world.lot.id}'`],
      { mismatched: 2 },
      /pieces: 3 in; 2 good/,
    ],
    [
      'a lot counts pieces that it has not',
      () => [`update pli.lots set pieces = 4, pieces_good = 4 where id = '${world.lot.id}'`],
      { mismatched: 2 },
      /says 4 pieces, and has 3/,
    ],
    [
      'a lot loses an envelope',
      () => [`update pli.lots set envelopes_used = 4 where id = '${world.lot.id}'`],
      { mismatched: 2 },
      /envelopes: 4 used; 3 good/,
    ],
    [
      'a closed lot has a piece on paper only',
      () => [
        `update pli.pieces set state = 'printed', deadline_at = now() + interval '1 hour' where id = '${world.lot.pieces[0]?.id}'`,
      ],
      { mismatched: 4 },
      /its piece 1 is printed/,
    ],
    [
      'a deposit miscounts',
      () => [`update pli.deposits set pieces_accepted = 2 where id = '${world.lot.deposit}'`],
      { mismatched: 2 },
      /declared 3 pieces; 2 accepted, 0 in cases/,
    ],
    [
      'an accepted piece has no postage',
      () => [`delete from pli.postage_entries where letter_id = '${letter()}'`],
      { mismatched: 3 },
      /without postage/,
    ],
    [
      'an accepted piece is not debited',
      () => [`update pli.postage_entries set state = 'marked', debited_at = null where letter_id = '${letter()}'`],
      { mismatched: 2 },
      /its postage is marked/,
    ],
    [
      'a dead copy stays debited',
      () => [`update pli.pieces set state = 'spoiled' where id = '${world.lot.pieces[0]?.id}'`],
      { mismatched: 3 },
      /was debited, and is spoiled/,
    ],
    [
      'a marked copy that died is not on the refund list',
      () => [
        `update pli.postage_entries set state = 'marked', debited_at = null where letter_id = '${letter()}'; update pli.pieces set state = 'spoiled' where letter_id = '${letter()}'`,
      ],
      { mismatched: 4 },
      /not due for refund/,
    ],
    [
      'a dead copy keeps its registered number',
      () => [
        `insert into pli.number_ranges values ('rng_x', '${world.site.id}', 'test', 's10', 'RA', 'FR', 1, 9, 2, now())`,
        `insert into pli.registered_numbers values ('n', 'rng_x', 1, 'RA1', '${world.site.id}', 'test', 'assigned', '${letter()}', 1, now(), null)`,
        `update pli.pieces set state = 'spoiled' where letter_id = '${letter()}'`,
      ],
      { mismatched: 6 },
      /registered number is not void/,
    ],
    [
      'the post holds what our books have in a tray',
      () => [
        `update pli.pieces set state = 'trayed', deadline_at = now() + interval '1 hour' where letter_id = '${letter()}'`,
        `delete from pli.irreversible_steps where step = 'hand_off' and letter_id = '${letter()}'`,
      ],
      { mismatched: 4 },
      /the post accepted it, and our books call it trayed/,
    ],
    [
      'the post holds what our books are about to call handed over: no finding but the row itself',
      () => [
        `update pli.pieces set state = 'trayed', deadline_at = now() + interval '1 hour' where letter_id = '${letter()}'`,
      ],
      { mismatched: 3 },
      /^(?!.*the post accepted it)/s,
    ],
    [
      'our books hold against the post what it accepted',
      () => [
        `update pli.pieces set state = 'refused_at_deposit', deadline_at = now() + interval '1 hour' where letter_id = '${letter()}'`,
      ],
      { mismatched: 4 },
      /call it refused_at_deposit, and the post never said so/,
    ],
    [
      'our books call delivered what the post never did',
      () => [
        `update pli.letters set state = 'delivered' where id = '${letter()}'`,
        `update pli.pieces set registered_number = 'RA1' where letter_id = '${letter()}'`,
      ],
      { mismatched: 7 },
      /call it delivered, and the post never told/,
    ],
    [
      'a sealed tray holds fewer pieces than it says, of another deposit',
      () => [
        `update pli.trays set state = 'sealed', pieces = 2, deposit_id = null where id = '${world.lot.tray}'`,
        `update pli.pieces set state = 'trayed', deadline_at = now() + interval '1 hour' where letter_id = '${letter()}'`,
      ],
      { mismatched: 5, stuck: 1 },
      /is sealed with 2 pieces, and 1 lie in it[^]*goes with another deposit than it/,
    ],
    [
      'a piece lies in a settled tray, of other mail',
      () => [
        `update pli.trays set lot_id = null, product = 'economy', planned_deposit_date = '2027-01-04' where id = '${world.lot.tray}'`,
        `update pli.pieces set state = 'trayed', deadline_at = now() + interval '1 hour' where letter_id = '${letter()}'`,
      ],
      { mismatched: 5 },
      /which was settled[^]*lies in tray 1 of economy/,
    ],
    [
      'a piece left without a commitment',
      () => [`delete from pli.irreversible_steps where step = 'hand_off' and letter_id = '${letter()}'`],
      { mismatched: 1 },
      /is accepted, and no hand-off was committed for it/,
    ],
    [
      'a hand-off was undone that the carrier never denied',
      () => [
        `update pli.irreversible_steps set undone_at = now(), undone_by = 'x' where step = 'hand_off' and letter_id = '${letter()}'`,
      ],
      { mismatched: 2 },
      /was undone, and the carrier never said/,
    ],
    [
      'a closed lot holds what nobody has looked at',
      () => [
        `update pli.pieces set state = 'diverted', deadline_at = now() + interval '1 hour' where letter_id = '${letter()}'`,
      ],
      { mismatched: 4 },
      /is diverted, and its lot 1 is closed/,
    ],
    [
      'a piece carries another mark',
      () => [`update pli.pieces set mark = 99 where id = '${world.lot.pieces[0]?.id}'`],
      { mismatched: 2 },
      /carries mark 99/,
    ],
    [
      'a counter runs back',
      () => [`update pli.postage_counters set last_mark = 1 where id = '${world.site.counter}'`],
      { mismatched: 1 },
      /stands at mark 1, and gave out 3/,
    ],
    [
      'a piece carries a number it was not given',
      () => [`update pli.pieces set registered_number = 'RA1' where id = '${world.lot.pieces[0]?.id}'`],
      { mismatched: 3 },
      /not given/,
    ],
    [
      'a printed count differs from the printer',
      () => [`update pli.lots set sheets_printed = 9, sheets_spoiled = 1 where id = '${world.lot.id}'`],
      { mismatched: 2 },
      /says 9 sheets printed, the printer 8/,
    ],
    [
      'a piece is unknown to us',
      () => [`update pli.pieces set window_code = 'other' where id = '${world.lot.pieces[0]?.id}'`],
      { unexpected: 2, mismatched: 2 },
      /we do not know/,
    ],
    [
      'a lot is unknown to us',
      () => [`update pli.lots set number = 77 where id = '${world.lot.id}'`],
      { unexpected: 9, mismatched: 5 },
      /a print job of no lot/,
    ],
  ];
  test.each(cases)('%s', async (_, tamper, counts, text) => {
    const report = await world.tampered(tamper());
    expect(countsOf(report)).toEqual(counts);
    expect(report.findings.map((f) => f.text).join('\n')).toMatch(text);
  });
  test('what the post found late may still be missing in our books until it has said so', async () => {
    const { windowCode } = world.lot.pieces[0]!;
    const missing = [
      `update pli.pieces set state = 'missing_at_deposit', deadline_at = now() + interval '1 hour' where window_code = '${windowCode}'`,
    ];
    const journal = world.lot.journal.flatMap((entry): JournalEntry[] => {
      if (entry.type !== 'item_accepted' || entry.windowCode !== windowCode) return [entry];
      const { deposit, tray } = entry;
      const item = { product: 'LV', band: '20', registeredNumber: null };
      return [
        { ...entry, late: true },
        { type: 'item_missing', deposit, windowCode, tray, ...item },
      ];
    });
    const texts = async (told: JournalEntry[]) =>
      (await world.tampered(missing, { journal: [...journal, ...told] })).findings.map(({ text }) => text).join('\n');
    expect(await texts([])).not.toMatch(/the post accepted it/);
    const { deposit } = world.lot.journal.findLast((entry) => entry.type === 'item_accepted')!;
    const supplement = { type: 'acknowledgement_written', deposit, part: 2, last: true, supplement: true } as const;
    expect(await texts([supplement])).toMatch(/the post accepted it, and our books call it missing_at_deposit/);
  });
  test('and the world is put back each time', async () => {
    expect((await world.verify()).findings).toEqual([]);
  });
});
