import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, http, type Schemas } from '../../api/client.ts';
import { because, FloorAction } from './FloorAction.tsx';

type Piece = Schemas['Piece'];
export type Found = 'trayed' | 'spoiled' | 'voided' | 'printed';

/** What may be told of a piece in its state: the server decides, and the preview says so beforehand. */
export const findingsFor = ({ state }: Piece): Found[] => {
  switch (state) {
    case 'suspect':
      return ['trayed', 'spoiled', 'printed', 'voided'];
    case 'diverted':
    case 'missing_at_deposit':
    case 'refused_at_deposit':
      return ['trayed', 'spoiled'];
    case 'printed':
    case 'inserted':
    case 'trayed':
      return ['spoiled'];
    default:
      return [];
  }
};

const reasons: Record<Found, readonly string[]> = {
  trayed: ['window_checked', 'contents_checked'],
  spoiled: ['wrong_contents', 'torn', 'soiled'],
  voided: ['not_found', 'never_printed'],
  printed: ['found_in_stack'],
};

/** What a person found out about a piece, with what that does to it, its letter, its tray, number and postage. */
export function ResolveDialog({ piece, found, onClose }: { piece: Piece; found: Found; onClose: () => void }) {
  const { t } = useTranslation('floor');
  const trays = useTraysFor(piece);
  const [chosen, setChosen] = useState<string | null>(null);
  const tray = chosen ?? trays[0];
  const finding = (reason: string) => (found === 'trayed' ? { found, tray: Number(tray), reason } : { found, reason });
  const isReady = found !== 'trayed' || tray !== undefined;
  const words = { trayed: 'release', spoiled: 'spoil', voided: 'voidIt', printed: 'foundPrinted' } as const;
  return (
    <FloorAction
      title={`${t(`pieces.${words[found]}`)} · ${piece.windowCode}`}
      intended={isReady ? { action: 'resolve_piece', id: piece.id, body: finding('preview') } : undefined}
      reasons={reasons[found]}
      confirm={t(`pieces.${words[found]}`)}
      danger={found === 'spoiled' || found === 'voided'}
      run={(input) =>
        http.POST('/v1/site/pieces/{id}/resolve', {
          params: { path: { id: piece.id } },
          body: { ...finding(input.reason), ...because(input) },
          headers: input.once,
        })
      }
      onClose={onClose}
    >
      {found === 'trayed' && (
        <Select
          label={t('pieces.toTray')}
          description={trays.length === 0 ? t('pieces.noTray') : t('pieces.toTrayHint')}
          data={trays}
          value={tray ?? null}
          onChange={setChosen}
        />
      )}
    </FloorAction>
  );
}

/** Numbers of the open trays of a piece's lot first, then of its product and contract. */
function useTraysFor({ lotId, product, carrierContract }: Piece): string[] {
  const trays = api.useQuery('get', '/v1/site/trays', { params: { query: { limit: 200, state: 'open' } } });
  return (trays.data?.rows ?? [])
    .filter((tray) => tray.lotId === lotId || (tray.product === product && tray.carrierContract === carrierContract))
    .sort((a, b) => Number(b.lotId === lotId) - Number(a.lotId === lotId))
    .map(({ number }) => String(number));
}
