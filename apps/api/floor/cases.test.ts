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
  const d = await sealedDeposit(t.database, await carrierFolder(), letters);
  await post.leaves(d);
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
  expect((await name(0)).body.code).toBe('piece_not_in_count');
  expect((await name(3)).body).toMatchObject({ state: 'closed', outcome: 'named_missing' });
  expect(await casesOf(operator, 'state=open')).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'missing_at_deposit', ofCase: count.id }) as CaseView]),
  );
  expect((await close(find('undeclared'), { outcome: 'explained' })).body).toMatchObject({ outcome: 'explained' });
  expect((await operator.call<Problem>('GET', `/v1/site/cases/cas_${'0'.repeat(26)}`)).body.code).toBe('not_found');
});
