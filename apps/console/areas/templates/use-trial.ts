import { useQuery } from '@tanstack/react-query';
import { http, type Schemas } from '../../api/client.ts';
import { newOnce } from '../../api/once.ts';
import { settled, type Preview } from '../send/look/use-preview.ts';

export type Trial = Schemas['TemplateTrial'];
const WAIT_SECONDS = 10;

/** Pages of a template on its sample, saved or not: composed where letters are. What was asked for before stands until the next is there. */
export const useTrial = (trial: Trial | undefined) =>
  useQuery({
    queryKey: ['templates', 'trial', trial],
    queryFn: async ({ signal }): Promise<Preview> => {
      const { data } = await http.POST('/v1/templates/preview', {
        params: { query: { wait: WAIT_SECONDS } },
        headers: newOnce(),
        body: trial as Trial,
        signal,
      });
      return settled(data as Preview, signal);
    },
    enabled: trial !== undefined,
    staleTime: 10 * 60_000,
    placeholderData: (former) => former,
    meta: { live: false },
  });
