import { useQuery } from '@tanstack/react-query';
import { http, type Schemas } from '../../api/client.ts';

export const draftKey = (id: string) => ['send', 'draft', id] as const;

/** One draft. Who works on it changes it here: what else happens at the desk does not take it out of their hands. */
export const useDraftQuery = (id: string) =>
  useQuery({
    queryKey: draftKey(id),
    queryFn: async (): Promise<Schemas['Draft']> => {
      const { data } = await http.GET('/v1/drafts/{id}', { params: { path: { id } } });
      return data as Schemas['Draft'];
    },
    staleTime: Infinity,
    meta: { live: false },
  });
