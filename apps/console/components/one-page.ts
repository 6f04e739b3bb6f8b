import type { InfiniteData } from '@tanstack/react-query';
import type { ListQuery } from './Listing.tsx';

/** A list that comes whole (`api.useQuery`), as `Listing` takes it. */
export function onePage<Answer, Row>(
  query: { data: Answer | undefined; error: unknown; isPending: boolean; refetch: () => unknown },
  rowsOf: (answer: Answer) => readonly Row[],
): ListQuery<Row> {
  const { data, error, isPending, refetch } = query;
  const pages: InfiniteData<{ rows: readonly Row[] }> | undefined =
    data === undefined ? undefined : { pages: [{ rows: rowsOf(data) }], pageParams: [undefined] };
  return { data: pages, error, isPending, refetch };
}
