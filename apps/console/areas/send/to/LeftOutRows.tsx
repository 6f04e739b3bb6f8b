import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { http } from '../../../api/client.ts';
import { useFindingWords } from '../../../api/problem-words.ts';
import { Listing, type Column } from '../../../components/Listing.tsx';

type Row = { row: number; column: string | null; value: string | null; code: string; detail: string };

/** Rows of a file that are in no letter, each with what is to be mended. */
export function LeftOutRows({ importId }: { importId: string }) {
  const { t } = useTranslation('send');
  const words = useFindingWords();
  const rows = useInfiniteQuery({
    queryKey: ['send', 'left out', importId],
    queryFn: async ({ pageParam }) => {
      const { data } = await http.GET('/v1/imports/{id}/errors', {
        params: { path: { id: importId }, query: { after: pageParam, limit: 20 } },
      });
      return data as { rows: Row[]; next: number | null };
    },
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next ?? undefined,
    meta: { live: false },
  });
  const columns: Column<Row>[] = [
    { key: 'row', title: t('to.row'), cell: ({ row }) => row, narrow: true },
    { key: 'column', title: t('to.column'), cell: ({ column }) => column ?? '—' },
    { key: 'value', title: t('to.value'), cell: ({ value }) => value ?? '—' },
    { key: 'wrong', title: t('to.wrong'), cell: words },
  ];
  return (
    <Listing
      label={t('to.leftOutList')}
      query={rows}
      columns={columns}
      rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
      empty={{ title: t('to.leftOutList') }}
    />
  );
}
