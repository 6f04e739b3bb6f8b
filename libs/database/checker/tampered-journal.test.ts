import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalEntry } from '#contracts/simulator-journal';
import { countsOf, openCheckedWorld, type CheckedWorld } from '../testing/checked-world.ts';
import { check } from './check.ts';
import type { FindingKind } from './report.ts';

let world: CheckedWorld;
beforeAll(async () => {
  world = await openCheckedWorld();
});
afterAll(() => world?.close());

describe('a journal that tells something else', () => {
  const changed = (change: (journal: JournalEntry[]) => JournalEntry[] | void) => {
    const journal = structuredClone(world.lot.journal);
    return world.verify({ journal: change(journal) ?? journal });
  };
  const of = <T extends JournalEntry['type']>(journal: JournalEntry[], type: T) =>
    journal.filter((e): e is Extract<JournalEntry, { type: T }> => e.type === type);
  /** The first envelope is closed by record 9: the printer's job, eight sheets, then the envelopes. */
  const opened = (windowCode: string | null, envelope: number): JournalEntry => {
    return { type: 'envelope_opened', envelope: envelope + 1, windowCode, sheetCodes: [] };
  };
  const cases: [
    string,
    (journal: JournalEntry[]) => JournalEntry[] | void,
    Partial<Record<FindingKind, number>>,
    RegExp,
  ][] = [
    [
      'a piece is printed by two jobs',
      (j) => [...j, { ...of(j, 'sheet_out')[2]!, jobId: 99 }],
      { duplicated: 1, mismatched: 1 },
      /printed by 2 jobs/,
    ],
    [
      'a piece is in two closed envelopes',
      (j) => [...j, of(j, 'envelope_closed')[0]!],
      { duplicated: 1 },
      /in 2 closed envelopes/,
    ],
    [
      'the post accepts two envelopes of a letter',
      (j) => [...j, of(j, 'envelope_closed')[0]!, { ...of(j, 'item_accepted')[0]!, envelope: j.length + 1 }],
      { duplicated: 2 },
      /accepted 2 envelopes/,
    ],
    [
      'the post accepts one envelope twice',
      (j) => [...j, of(j, 'item_accepted')[0]!],
      { duplicated: 1 },
      /accepted 2 times/,
    ],
    [
      'the post accepts an envelope that was opened',
      (j) => [...j.slice(0, -3), opened(of(j, 'envelope_closed')[0]!.windowCode, 9), ...j.slice(-3)],
      { mismatched: 1 },
      /a person had opened/,
    ],
    [
      'a print job of nobody',
      (j) => [...j, { ...of(j, 'job_accepted')[0]!, name: 'pli-XXXX-1', jobId: 9 }],
      { unexpected: 1 },
      /no lot of ours/,
    ],
    [
      'a sheet of nobody',
      (j) => [...j, { ...of(j, 'sheet_out')[2]!, sheetCode: `S/${world.site.code}/1/9/1/2/X` }],
      { unexpected: 1, mismatched: 1 },
      /no piece of ours/,
    ],
    [
      'a sheet beyond the last of its piece',
      (j) => [...j, { ...of(j, 'sheet_out')[2]!, sheetCode: `S/${world.site.code}/1/1/3/3/X` }],
      { unexpected: 1, mismatched: 1 },
      /no piece of ours/,
    ],
    [
      'a sheet without a code',
      (j) => [...j, { ...of(j, 'sheet_out')[2]!, sheetCode: null }],
      { unexpected: 1, mismatched: 1 },
      /no piece of ours/,
    ],
    [
      'an envelope without a code',
      (j) => [...j, { ...of(j, 'envelope_closed')[0]!, windowCode: null }],
      { unexpected: 1 },
      /an envelope of no piece/,
    ],
    [
      'an item that was not declared',
      (j) => void (of(j, 'item_accepted')[0]!.declared = false),
      { unexpected: 1 },
      /did not declare/,
    ],
    [
      'a swap: two envelopes hold each other’s second sheet',
      (j) => {
        const [a, b] = of(j, 'envelope_closed');
        [a!.sheetCodes, b!.sheetCodes] = [
          [a!.sheetCodes[0]!, b!.sheetCodes[1]!],
          [b!.sheetCodes[0]!, a!.sheetCodes[1]!],
        ];
      },
      { mismatched: 2 },
      /its envelope holds/,
    ],
    [
      'a sheet is missing in an envelope',
      (j) => void of(j, 'envelope_closed')[0]!.sheetCodes.pop(),
      { mismatched: 1 },
      /its envelope holds/,
    ],
    [
      'sheets lie in the wrong order',
      (j) => void of(j, 'envelope_closed')[0]!.sheetCodes.reverse(),
      { mismatched: 1 },
      /its envelope holds/,
    ],
    [
      'a sheet is repeated in an envelope',
      (j) => void of(j, 'envelope_closed')[0]!.sheetCodes.push(of(j, 'envelope_closed')[0]!.sheetCodes[1]!),
      { mismatched: 1 },
      /its envelope holds/,
    ],
    [
      'the post accepts an envelope that nobody closed',
      (j) => void (of(j, 'item_accepted')[0]!.envelope = 1),
      { mismatched: 1 },
      /no machine closed/,
    ],
    [
      'the post reads another code',
      (j) => void (of(j, 'item_accepted')[0]!.envelope += 1),
      { mismatched: 1 },
      /another code than the inserter/,
    ],
    [
      'the post never accepted what our books call accepted',
      (j) => j.slice(0, -1),
      { mismatched: 1 },
      /never accepted it/,
    ],
    [
      'the post read another registered number',
      (j) => void (of(j, 'item_accepted')[0]!.registeredNumber = 'RA1'),
      { mismatched: 1 },
      /another registered number/,
    ],
    [
      'the printer printed one sheet less',
      (j) => j.filter((e) => !(e.type === 'sheet_out' && e.sheetCode?.startsWith('T/'))),
      { mismatched: 4 },
      /the printer 7/,
    ],
  ];
  test.each(cases)('%s', async (_, change, counts, text) => {
    const report = await changed(change);
    expect(countsOf(report)).toEqual(counts);
    expect(report.findings.map((f) => f.text).join('\n')).toMatch(text);
  });

  test('a jam that repeats sheets in one job is a matter of the sheet balance, not a duplicate', async () => {
    const report = await changed((j) => [...j, { ...of(j, 'sheet_out')[2]!, repeat: true }]);
    expect(countsOf(report)).toEqual({ mismatched: 1 }); // the lot said 8 sheets
    expect(report.findings[0]?.text).toMatch('says 8 sheets printed, the printer 9');
  });
  test('an envelope that the post handed back and accepted later is accepted once', async () => {
    const report = await changed((j) => {
      const { deposit, envelope, windowCode, tray } = of(j, 'item_accepted')[0]!;
      const back = { deposit: `${deposit}0`, envelope, windowCode: windowCode ?? '', tray, reason: 'illisible' };
      return [...j.slice(0, -3), { type: 'item_refused', ...back }, ...j.slice(-3)];
    });
    expect(countsOf(report)).toEqual({});
  });
  test('a record is missing', async () => {
    const file = join(world.folder, 'gap.jsonl');
    await writeFile(
      file,
      world.lot.journal.map((e, i) => `${JSON.stringify({ n: i < 3 ? i + 1 : i + 2, at: '', ...e })}\n`).join(''),
    );
    const report = await check({ database: world.db.checker, journal: file }, () => new Date());
    expect(report.findings.map((f) => f.text)).toContain('record 5 follows record 3');
  });
  test('a torn last record is not one', async () => {
    await world.verify();
    const file = join(world.folder, 'journal.jsonl');
    await appendFile(file, '{"n":99,"type":"item_accep');
    expect(countsOf(await check({ database: world.db.checker, journal: file }, () => new Date()))).toEqual({});
  });
});
