import { runConfined } from './confined.ts';
import { ProcessorMeter } from './processor-meter.ts';

const limits = { seconds: 10, memoryMb: 256, outputMb: 1 };
/** Computes, and never ends by itself. */
const compute = ['-c', 'while :; do :; done'];
const wait = ['-c', 'exec sleep 30'];
test('children of one piece of work share their processor time', async () => {
  const meter = new ProcessorMeter(1);
  const alone = await runConfined('sh', compute, { ...limits, meter });
  expect(alone.by).toBe('time');
  const next = await runConfined('sh', compute, { ...limits, meter });
  expect(next.by).toBe('time');
  expect(meter.isUsedUp).toBe(true);
});

test('who ran out of the clock without having had a processor was not to blame', async () => {
  const soon = () => ({ until: performance.now() + 600 });
  expect((await runConfined('sh', wait, { ...limits, ...soon() })).by).toBe('busy');
  expect((await runConfined('sh', compute, { ...limits, ...soon(), meter: new ProcessorMeter() })).by).not.toBe('exit');
});

test('a clock that ran out before is told by what was taken until then', async () => {
  const meter = new ProcessorMeter();
  await runConfined('sh', wait, { ...limits, until: performance.now() + 300, meter });
  expect((await runConfined('true', [], { ...limits, until: performance.now() - 1, meter })).by).toBe('busy');
});
