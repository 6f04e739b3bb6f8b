import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stepsOf, type HistoryStep } from './history-steps.ts';

const folder = join(import.meta.dirname, '../../workflows/golden');
const stepsIn = (name: string): HistoryStep[] => stepsOf(JSON.parse(readFileSync(join(folder, name), 'utf8')));

test('every golden history is told from its beginning to its end, nothing of it by the name of the engine', () => {
  for (const name of readdirSync(folder)) {
    const steps = stepsIn(name);
    expect([name, steps[0]?.kind, steps.at(-1)?.kind]).toEqual([name, 'begin', 'end']);
    expect(steps.filter(({ kind }) => kind === 'other')).toEqual([]);
    for (const step of steps) if (step.kind === 'activity') expect(step.name).toMatch(/^[a-z][A-Za-z]+$/);
  }
});

test('a lot tells what it did, what it waited for and until when, and who woke it', () => {
  const steps = stepsIn('lot-swap-reprinted.json');
  expect(steps[0]).toMatchObject({ kind: 'begin', process: 'lot', input: { mode: 'test' }, continues: null });
  expect(steps.find((step) => step.kind === 'activity' && step.name === 'handToPrinter')).toMatchObject({
    summary: 'Print job',
    outcome: 'done',
    attempts: 1,
    result: 'taken',
  });
  expect(steps.filter(({ kind }) => kind === 'signal').length).toBeGreaterThan(0);
  const timer = steps.find((step) => step.kind === 'timer');
  expect(timer?.outcome).toBe('cancelled');
  expect(Date.parse(timer?.dueAt ?? '')).toBeGreaterThan(Date.parse(timer?.endedAt ?? ''));
});

test('a timer tells its name, and an activity how often it was tried and why it failed', () => {
  const until = stepsIn('deposit-1.json').find((step) => step.kind === 'timer' && step.summary === 'Until the slot');
  expect(until).toMatchObject({ outcome: 'done' });
  const tried = readdirSync(folder)
    .flatMap(stepsIn)
    .filter((step) => step.kind === 'activity' && step.failure !== null);
  expect(tried.map((step) => step.kind === 'activity' && step.failure)).toContain('printer_outcome_unknown');
});

test('a history that is no history is no steps', () => {
  expect(stepsOf(null)).toEqual([]);
  expect(stepsOf({ events: 'none' })).toEqual([]);
});
