import { carrierFolder, postRoom } from '../../../activities/deposit/testing/post-room.ts';
import { sealedDeposit, type SealedDeposit } from '../../../activities/deposit/testing/sealed-deposit.ts';
import type { CaseView } from '#contracts/api/cases';
import type { DepositWhole } from '#contracts/api/deposits';
import { pieceId } from '#contracts/ids';
import type { Problem } from '#contracts/api/problem';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';

let t: ApiUnderTest;
let post: ReturnType<typeof postRoom>;
beforeAll(async () => {
  t = await runApi();
  post = postRoom(t.database, () => new Date());
});
afterAll(() => t.stop());

/** A deposit that has left its site, and an operator of that site. */
async function left(letters: number): Promise<{ d: SealedDeposit; operator: Client }> {
  const d = await post.left(letters);
  return { d, operator: await t.makeKey({ role: 'operator', siteId: d.site.id, name: 'floor' }) };
}
const casesOf = async (operator: Client, query = '') =>
  (await operator.get<{ rows: CaseView[] }>(`/v1/site/cases?${query}`)).rows;
const slipOf = (count: number, more: object = {}) => ({
  acceptedAt: new Date().toISOString(),
  found: [{ product: 'priority', band: 20, count }],
  reason: 'file_does_not_come',
  ...more,
});

test('the stamped slip is typed in once, and counts as the file would', async () => {
  const { d, operator } = await left(3);
  const path = `/v1/site/deposits/${d.depositId}/acknowledgement`;
  const refusal = async (body: object) => (await operator.call<Problem>('POST', path, body)).body.code;
  expect(await refusal(slipOf(3, { missing: ['W/NONE/1/1/1/A'] }))).toBe('slip_code_unknown');
  expect(await refusal(slipOf(3, { acceptedAt: '2020-01-01T10:00:00+01:00' }))).toBe('acceptance_out_of_time');
  const text = 'The clerk said Thursday';
  await operator.post(path, slipOf(2, { missing: [d.windowCodes[1]], text }));
  expect(await refusal(slipOf(3))).toBe('acknowledgement_known');
  expect(await post.carrierSays(d, {})).toBe(1); // the file comes after all, and is kept
  await post.recordAcknowledgement(d.site.id, d.depositId);
  expect(await operator.get<DepositWhole>(`/v1/site/deposits/${d.depositId}`)).toMatchObject({
    state: 'accepted_with_differences',
    acknowledgedBy: 'operator',
    piecesAccepted: 2,
    needsOperator: true,
    cases: [{ kind: 'missing_at_deposit', windowCode: d.windowCodes[1] }],
  });
  const notes = await t.database.asOwner(`select text from pli.notes where subject_id = $1`, [d.depositId]);
  expect(notes).toEqual([{ text }]);
  expect(await refusal(slipOf(3))).toBe('acknowledgement_known');
});

test('a slip that cannot be is refused with a code of its own and words that mend it, and quotes no free text', async () => {
  const { d, operator } = await left(3);
  const refused = async (more: object) =>
    (await operator.call<Problem>('POST', `/v1/site/deposits/${d.depositId}/acknowledgement`, slipOf(3, more))).body;
  const line = (more: object) => ({ found: [{ product: 'priority', band: 20, count: 1, ...more }] });
  const [one, two] = d.windowCodes;
  const why = 'too_thick';
  const both = { missing: [one], refused: [{ windowCode: one, reason: why }] };
  const slips: [more: object, code: string, words: string][] = [
    [both, 'slip_code_twice', 'either missing or refused'],
    [{ missing: [two, two] }, 'slip_code_twice', 'once'],
    [{ refused: [two, two].map((windowCode) => ({ windowCode, reason: why })) }, 'slip_code_twice', 'in one place'],
    [{ found: [...line({}).found, ...line({}).found] }, 'slip_line_twice', 'Add the two counts up'],
    [line({ product: 'Claire Dubois, Lyon' }), 'slip_product_unknown', 'Its products here: priority'],
    [line({ band: 21 }), 'slip_band_unknown', 'end at 20 g'],
    [line({ count: 104 }), 'slip_count_impossible', 'more than 103 pieces; 3 were declared'],
    [{ ...line({ count: 102 }), missing: [one, two] }, 'slip_count_impossible', '3 were declared'],
    [line({ count: 1_000_001 }), 'request_invalid', 'one thing to mend'],
    [line({ count: 9007199254740991 }), 'request_invalid', 'one thing to mend'],
  ];
  for (const [more, code, words] of slips) {
    const body = await refused(more);
    expect(body).toMatchObject({ status: 422, code, detail: expect.stringContaining(words) as string });
    expect(body.detail).not.toContain('Claire');
  }
  await operator.post(`/v1/site/deposits/${d.depositId}/acknowledgement`, slipOf(103));
  expect(await post.recordAcknowledgement(d.site.id, d.depositId)).toMatchObject({ differences: 1 });
  const [more] = await casesOf(operator, 'state=open');
  expect(more).toMatchObject({ kind: 'count_differs', difference: 100, decisions: ['explained'] });
  expect(more!.sentence).toContain('counted more');
  expect(more!.sentence).not.toContain('Name the piece');
  const closed = await operator.call<Problem>('POST', `/v1/site/cases/${more!.id}/close`, {
    outcome: 'lost',
    reason: 'asked_the_post',
  });
  expect(closed.body.detail).toBe('A case of the kind count_differs ends explained.');
});

test('a piece is named once, and found between its leaving and now', async () => {
  const { d, operator } = await left(4);
  await post.carrierSays(d, {
    missing: [{ tray: 1, windowCode: d.windowCodes[0]! }],
    found: [{ product: 'priority', band: '20', count: 1 }],
  });
  await post.recordAcknowledgement(d.site.id, d.depositId);
  const open = await casesOf(operator, 'state=open');
  const close = async (kind: string, body: object) => {
    const { id } = open.find((c) => c.kind === kind)!;
    const reason = 'asked_the_post';
    return (await operator.call<CaseView & Problem>('POST', `/v1/site/cases/${id}/close`, { reason, ...body })).body;
  };
  for (const foundAt of ['2020-01-01T10:00:00Z', new Date(Date.now() + 3_600_000).toISOString()])
    expect(await close('missing_at_deposit', { outcome: 'found_by_carrier', foundAt })).toMatchObject({
      status: 422,
      code: 'acceptance_out_of_time',
    });
  const name = (i: number) =>
    close('count_differs', { outcome: 'named_missing', pieceId: pieceId(d.letterIds[i]!, 1) });
  expect(await name(1)).toMatchObject({ state: 'open' });
  for (const i of [0, 1])
    expect(await name(i)).toMatchObject({
      status: 409,
      code: 'piece_named_already',
      detail: expect.stringContaining('named already') as string,
    });
  const foundAt = new Date().toISOString();
  expect(await close('missing_at_deposit', { outcome: 'found_by_carrier', foundAt })).toMatchObject({
    state: 'closed',
  });
  expect((await name(0)).code).toBe('piece_named_already'); // accepted again, and was missing once
  expect(await name(2)).toMatchObject({ state: 'closed', outcome: 'named_missing' });
});

test('a deposit that has not left, or is of another site, has no slip to type in', async () => {
  const { d, operator } = await left(1);
  const waiting = await sealedDeposit(t.database, await carrierFolder(), 1);
  const own = await t.makeKey({ role: 'operator', siteId: waiting.site.id, name: 'floor' });
  const type = async (who: Client, id: string) =>
    (await who.call<Problem>('POST', `/v1/site/deposits/${id}/acknowledgement`, slipOf(1))).body.code;
  expect(await type(own, waiting.depositId)).toBe('deposit_not_with_carrier');
  expect(await type(own, d.depositId)).toBe('deposit_unknown');
  expect(await casesOf(operator)).toEqual([]);
});

test('cases are listed with what a person may decide, and closed with a reason: lost, found, explained, or a piece named', async () => {
  const { d, operator } = await left(5);
  const item = (i: number) => ({ tray: d.trayNumber, windowCode: d.windowCodes[i]! });
  await post.carrierSays(d, {
    missing: [item(0), item(1)],
    refused: [{ ...item(2), reason: 'too_thick' }],
    undeclared: [{ tray: 1, windowCode: null }],
    found: [{ product: 'priority', band: '20', count: 1 }],
  });
  await post.recordAcknowledgement(d.site.id, d.depositId);
  const open = await casesOf(operator, `state=open&depositId=${d.depositId}`);
  const find = (kind: string, i?: number) =>
    open.find((c) => c.kind === kind && (i === undefined || c.windowCode === d.windowCodes[i]))!;
  expect(find('refused_at_deposit')).toMatchObject({
    decisions: [],
    reason: 'too_thick',
    pieceState: 'refused_at_deposit',
  });
  expect(find('count_differs')).toMatchObject({ difference: -1, decisions: ['explained', 'named_missing'] });
  expect(find('undeclared')).toMatchObject({ decisions: ['explained'], windowCode: null, pieceId: null });

  const close = (c: CaseView, body: object) =>
    operator.call<CaseView & Problem>('POST', `/v1/site/cases/${c.id}/close`, { reason: 'asked_the_post', ...body });
  expect((await close(find('refused_at_deposit'), { outcome: 'explained' })).body.code).toBe('outcome_not_possible');
  const lost = (await close(find('missing_at_deposit', 0), { outcome: 'lost', text: 'Nobody has it' })).body;
  expect(lost).toMatchObject({ state: 'closed', outcome: 'lost', reason: 'asked_the_post', decisions: [] });
  const found = (await close(find('missing_at_deposit', 1), { outcome: 'found_by_carrier' })).body;
  expect(found).toMatchObject({ outcome: 'found_by_carrier', pieceState: 'accepted', reason: 'asked_the_post' });
  expect((await close(found, { outcome: 'lost' })).body.code).toBe('case_closed');
  const count = find('count_differs');
  const name = (i: number) => close(count, { outcome: 'named_missing', pieceId: pieceId(d.letterIds[i]!, 1) });
  expect((await name(2)).body.code).toBe('piece_not_in_count'); // it was refused
  expect((await name(0)).body.code).toBe('piece_named_already');
  expect((await name(3)).body).toMatchObject({ state: 'closed', outcome: 'named_missing' });
  expect(await casesOf(operator, 'state=open')).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'missing_at_deposit', ofCase: count.id }) as CaseView]),
  );
  expect((await close(find('undeclared'), { outcome: 'explained' })).body).toMatchObject({ outcome: 'explained' });
  expect((await operator.call<Problem>('GET', `/v1/site/cases/cas_${'0'.repeat(26)}`)).body.code).toBe('not_found');
});
