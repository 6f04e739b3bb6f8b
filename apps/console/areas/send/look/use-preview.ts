import { useQuery } from '@tanstack/react-query';
import { http, type Schemas } from '../../../api/client.ts';
import { newOnce } from '../../../api/once.ts';

export type Preview = Schemas['Preview'];

/** The longest that one call waits, and how often it is asked again before the sender is told that it takes long. */
const WAIT_SECONDS = 10;
const MOST_WAITS = 4;

/** A letter of a draft as it would be printed. `revision`: of the draft; what is changed is made anew. */
export const usePreview = (orderId: string, letterId: string | undefined, revision: number) =>
  useQuery({
    queryKey: ['send', 'preview', orderId, letterId, revision],
    queryFn: ({ signal }) => made({ orderId, letterId: letterId as string }, signal),
    enabled: letterId !== undefined,
    staleTime: 10 * 60_000,
    meta: { live: false },
  });

async function made(body: { orderId: string; letterId: string }, signal: AbortSignal): Promise<Preview> {
  const { data } = await http.POST('/v1/previews', {
    params: { query: { wait: WAIT_SECONDS } },
    headers: newOnce(),
    body,
    signal,
  });
  return settled(data as Preview, signal);
}

/** Waits for a preview that is in the making, for some while. */
export async function settled(first: Preview, signal: AbortSignal): Promise<Preview> {
  let preview = first;
  for (let waits = 0; preview.state === 'making' && waits < MOST_WAITS && !signal.aborted; waits++) {
    const path = { id: preview.id };
    const { data } = await http.GET('/v1/previews/{id}', {
      params: { path, query: { wait: WAIT_SECONDS } },
      signal,
    });
    preview = data as Preview;
  }
  return preview;
}
