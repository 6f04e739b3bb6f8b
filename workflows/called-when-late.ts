import { condition } from '@temporalio/workflow';

/**
 * Waits for work that is under way, perhaps in a queue that nobody serves; each time `deadline` passes first, `call` is made and gives the
 * next. The work itself goes on.
 */
export async function calledWhenLate<T>(work: Promise<T>, deadline: Date, call: () => Promise<Date>): Promise<T> {
  let ended = false;
  const end = () => {
    ended = true;
  };
  work.then(end, end);
  for (let by = deadline; !(await condition(() => ended, Math.max(1, by.getTime() - Date.now())));) by = await call();
  return work;
}
