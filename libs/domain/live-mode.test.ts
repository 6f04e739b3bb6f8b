import { refuseLiveStart, startFaults } from './live-mode.ts';

const clamd = { name: 'clamd', answers: true };
const real = { name: 'HP-1', simulated: false };
const simulated = { name: 'simulator', simulated: true };
const live = { code: 'PAR1', mode: 'live' } as const;
const sandbox = { code: 'DEMO', mode: 'test' } as const;

test('a live site with real machines and a scanner that answers may start', () => {
  expect(() => refuseLiveStart(live, [real], clamd)).not.toThrow();
});

test('a live site refuses to start on a simulator', () => {
  expect(() => refuseLiveStart(live, [real, simulated], clamd)).toThrow(
    expect.objectContaining({
      code: 'live_site_not_ready',
      retry: 'never',
      message: expect.stringContaining('device "simulator" is simulated'),
    }),
  );
});

test('a live site refuses to start without a virus scanner, or with one that is silent', () => {
  expect(() => refuseLiveStart(live, [real], undefined)).toThrow('there is no virus scanner');
  expect(() => refuseLiveStart(live, [real], { ...clamd, answers: false })).toThrow('"clamd" does not answer');
});

test('every fault is told at once', () => {
  expect(startFaults(live, [simulated, { ...simulated, name: 'other' }], undefined)).toHaveLength(3);
});

test('a test site drives simulated devices only, and needs no scanner', () => {
  expect(() => refuseLiveStart(sandbox, [simulated], undefined)).not.toThrow();
  expect(() => refuseLiveStart(sandbox, [simulated, real], undefined)).toThrow(
    expect.objectContaining({ code: 'test_site_with_real_device' }),
  );
});
