import { givenParts } from './given.ts';

const secrets = { postgres: 'p', api: 'a', worker: 'w', checker: 'c' };

test('a database given by URL replaces ours, with a login role for each process', () => {
  const given = givenParts(true, { DATABASE_URL: 'postgres://owner:secret@db.example:5432/mail' });
  expect([...given.keys()]).toEqual(['postgres']);
  expect(given.get('postgres')?.({ secrets })).toMatchObject({
    ADMIN_DATABASE_URL: 'postgres://owner:secret@db.example:5432/mail',
    API_DATABASE_URL: 'postgres://pli_api:a@db.example:5432/mail',
    WORKER_DATABASE_URL: 'postgres://pli_worker:w@db.example:5432/mail',
  });
});

test('tests and demonstrations never touch what the environment gives', () => {
  expect(givenParts(false, { DATABASE_URL: 'postgres://owner:secret@db.example/mail' }).size).toBe(0);
});
