import { Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, cursorPaging, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import classes from './Lot.module.css';
import { useFloorWords } from './floor-words.ts';

type Piece = Schemas['Piece'];

/** A sign for each state, so that a colour is never alone. */
const marks: Readonly<Record<Piece['state'], readonly [tone: string, mark: string]>> = {
  planned: ['calm', ''],
  printed: ['calm', '·'],
  inserted: ['calm', '–'],
  trayed: ['good', '✓'],
  handed_over: ['good', '→'],
  accepted: ['good', '●'],
  missing_at_deposit: ['bad', '!'],
  refused_at_deposit: ['bad', '↩'],
  suspect: ['warn', '?'],
  diverted: ['warn', '⇥'],
  spoiled: ['calm', '×'],
  voided: ['calm', '○'],
  returned: ['warn', '↩'],
};

/** The pieces of a lot in the order of its stack, a square each; the first two hundred at once, the rest on demand. */
export function PieceMap({ lotId }: { lotId: string }) {
  const { t } = useTranslation('floor');
  const { state } = useFloorWords();
  const pieces = api.useInfiniteQuery(
    'get',
    '/v1/site/pieces',
    { params: { query: { limit: 200, lotId, state: 'any' } } },
    cursorPaging,
  );
  const rows = pieces.data?.pages.flatMap((page) => page.rows).sort((a, b) => a.position - b.position) ?? [];
  const present = [...new Set(rows.map((piece) => piece.state))];
  if (pieces.error) return <ProblemNote error={pieces.error} retry={() => void pieces.refetch()} />;
  return (
    <>
      <Text size="xs" c="dimmed" mb={6}>
        {t('lots.sequenceText')}{' '}
        {present.map((one) => `${marks[one][1] || '▢'} ${state('piece', one).toLowerCase()}`).join(' · ')}
      </Text>
      <ol className={classes.map} aria-label={t('lots.sequence')} tabIndex={0}>
        {rows.map((piece) => (
          <li key={piece.id}>
            <Tooltip label={`${piece.position} · ${piece.windowCode} · ${state('piece', piece.state)}`}>
              <Link
                to={`/pieces/${piece.id}`}
                data-tone={marks[piece.state][0]}
                aria-label={`${piece.position} · ${state('piece', piece.state)}`}
              >
                {marks[piece.state][1]}
              </Link>
            </Tooltip>
          </li>
        ))}
      </ol>
      {pieces.hasNextPage && (
        <Text size="sm" mt={6}>
          <button type="button" onClick={() => void pieces.fetchNextPage()}>
            {t('frame:list.more' as 'lots.allPieces')}
          </button>
        </Text>
      )}
    </>
  );
}
