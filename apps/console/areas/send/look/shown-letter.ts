import { useSearchParams } from 'react-router';
import { api } from '../../../api/client.ts';
import { useDraft } from '../draft-state.tsx';

/** The letter that stands for the draft on screen: the only one, the one chosen by the address, else the first. */
export function useShownLetter() {
  const { id, draft } = useDraft();
  const [search] = useSearchParams();
  const list = api.useQuery(
    'get',
    '/v1/drafts/{id}/letters',
    { params: { path: { id }, query: { limit: 200 } } },
    { enabled: draft.letter === null && draft.order.letterCount > 0 },
  );
  const letters = list.data?.rows ?? [];
  const letterId = draft.letter?.id ?? search.get('letter') ?? letters[0]?.id;
  return { letterId, letters, isPending: draft.letter === null && list.isPending };
}
