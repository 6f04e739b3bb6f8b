import { problemPages } from '../../api/problems/table.ts';
import type { OperatorReason } from '../../../activities/lot/call-operator.ts';
import { cancellationRefusals } from '#domain/cancellation';
import { settlementReasons } from '#domain/settlement';
import { trackedLetter, waitings, type Waiting } from '#domain/waiting-states';
import problems from './fr/problems.ts';
import reasons from './fr/reasons.ts';
import waiting from './fr/waiting.ts';

/** Why a lot or a deposit calls for a person. The record does not compile when a lot's is missing. */
const lotReasons = {
  assembly_failed: true,
  assembly_late: true,
  printer_unreachable: true,
  printer_refused: true,
  printer_silent: true,
  print_failed: true,
  print_late: true,
  print_broken_off: true,
  insert_failed: true,
  insert_late: true,
  pieces_unresolved: true,
  balance_open: true,
  finish_failed: true,
  finish_late: true,
} satisfies Record<OperatorReason, true>;
const depositReasons = ['acknowledgement_overdue', 'cases_open', 'cases_overdue', 'hand_off_unknown', 'differences'];

const without = (codes: Iterable<string>, words: object) => [...codes].filter((code) => !(code in words));

test('each refusal of the server has a French title and sentence, and none is told that the server does not know', () => {
  expect(without(problemPages.keys(), problems)).toEqual([]);
  expect(Object.keys(problems).filter((code) => !problemPages.has(code))).toEqual([]);
});

test('everything that something waits for, and what happens then, has words', () => {
  const all: readonly Waiting[] = [
    ...Object.values(waitings).flatMap((states) => Object.values(states)),
    trackedLetter,
  ];
  // A tray in somebody's hands waits by its own rule.
  expect(
    without([...all.map(({ waitsFor }) => waitsFor), 'pieces_resolved', 'seal_anew', 'spoiling'], waiting.for),
  ).toEqual([]);
  expect(without([...all.map(({ then }) => then), 'sealed'], waiting.after)).toEqual([]);
});

test('each reason that machines, Pli or the carrier give has words', () => {
  const codes = [...settlementReasons, ...cancellationRefusals, ...Object.keys(lotReasons), ...depositReasons];
  expect(without(codes, reasons)).toEqual([]);
});
