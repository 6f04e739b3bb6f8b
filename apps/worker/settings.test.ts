import { readSettings } from './settings.ts';

const given = {
  DATABASE_URL: 'postgres://pli_worker:secret@127.0.0.1/pli',
  BLOB_DIR: '/b',
  MASTER_KEY_FILE: '/m',
  WORK_DIR: '/w',
};

test('a worker does everything unless it is told which parts', () => {
  expect(readSettings(given).WORKER_QUEUES).toEqual([
    'records',
    'compose',
    'machines',
    'post',
    'relay',
    'watch',
    'tell',
  ]);
  expect(readSettings({ ...given, WORKER_QUEUES: 'compose, machines' }).WORKER_QUEUES).toEqual(['compose', 'machines']);
});

test('wrong settings are all named at once, without their values', () => {
  const read = () =>
    readSettings({ ...given, DATABASE_URL: 'a secret', WORKER_QUEUES: 'printing', WORK_DIR: undefined });
  expect(read).toThrow(/DATABASE_URL[\s\S]*WORK_DIR[\s\S]*WORKER_QUEUES: a list of records, compose/);
  expect(read).not.toThrow(/a secret|printing/);
});
