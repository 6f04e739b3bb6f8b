import { condition } from '@temporalio/workflow';
import { describe } from './describe.ts';
import { untilMended, type Trouble } from './until-mended.ts';

/**
 * A process of one step: taken until it succeeds. A failure that no retry mends waits for a person; past the deadline an operator is called,
 * and the work goes on.
 * @param shown what the Temporal UI says of it meanwhile
 */
export async function oneStep<T>(
  step: () => Promise<T>,
  shown: { title: string; state: string; dueAt: Date },
): Promise<T> {
  const { title, state, dueAt } = shown;
  const trouble: Trouble = { late: false, code: undefined };
  const tell = () => {
    const told = [title];
    if (trouble.code !== undefined) told.push(`a person must mend: ${trouble.code}`);
    if (trouble.late) told.push('late');
    describe(told.join('; '), { state, dueAt, needsOperator: trouble.late || trouble.code !== undefined });
  };
  let done = false;
  const watch = condition(() => done, Math.max(1, dueAt.getTime() - Date.now())).then((inTime) => {
    trouble.late = !inTime;
    if (trouble.late) tell();
  });
  tell();
  const result = await untilMended(step, trouble, tell);
  done = true;
  await watch;
  return result;
}
