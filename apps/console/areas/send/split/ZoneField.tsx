import { ActionIcon, Box, Group, NumberInput, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PageImage } from '../../../components/PageImage.tsx';
import type { Zone } from './split-way.ts';

const [WIDTH, HEIGHT] = [210, 297];
const sides = { x: WIDTH - 1, y: HEIGHT - 1, width: WIDTH, height: HEIGHT } as const;

/** A zone by its four numbers, in millimetres: the same that is drawn on the page, for the keyboard. */
export function ZoneField({ zone, onChange }: { zone: Zone; onChange: (part: Partial<Zone>) => void }) {
  const { t } = useTranslation('send');
  return (
    <Box component="fieldset" m={0} p={0} style={{ border: 0 }}>
      <Text component="legend" size="sm" fw={500}>
        {t('split.zone')}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {t('split.zoneHint')}
      </Text>
      <Group gap="sm">
        {(Object.keys(sides) as (keyof Zone)[]).map((side) => (
          <NumberInput
            key={side}
            label={t(`split.side.${side}`)}
            w="6.5rem"
            min={side === 'width' || side === 'height' ? 1 : 0}
            max={sides[side]}
            suffix=" mm"
            value={zone[side]}
            onChange={(value) => typeof value === 'number' && onChange({ [side]: value })}
          />
        ))}
      </Group>
    </Box>
  );
}

/** A page of the document, with the zone on it, which is drawn anew by pulling over the page. */
export function ZonePicture(props: {
  readonly documentId: string;
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
  readonly zone: Zone | undefined;
  readonly onZone: (zone: Zone) => void;
}) {
  const { documentId, page, pages, onPage, zone, onZone } = props;
  const { t } = useTranslation('send');
  const from = useRef<{ x: number; y: number }>(undefined);
  const [drawn, setDrawn] = useState<Zone>();
  const shown = drawn ?? zone;
  const pull = (event: PointerEvent<HTMLDivElement>) => {
    if (from.current) setDrawn(between(from.current, placeOf(event)));
  };
  const letGo = () => {
    if (drawn && drawn.width > 3 && drawn.height > 3) onZone(drawn);
    from.current = undefined;
    setDrawn(undefined);
  };
  return (
    <div>
      <Group justify="center" gap="xs" mb={6}>
        <ActionIcon
          variant="subtle"
          aria-label={t('look.previous')}
          disabled={page <= 1}
          onClick={() => onPage(page - 1)}
        >
          <IconChevronLeft size={17} />
        </ActionIcon>
        <Text size="sm">{t('look.pageOf', { page, pages })}</Text>
        <ActionIcon
          variant="subtle"
          aria-label={t('look.next')}
          disabled={page >= pages}
          onClick={() => onPage(page + 1)}
        >
          <IconChevronRight size={17} />
        </ActionIcon>
      </Group>
      <div
        style={zone && { cursor: 'crosshair', touchAction: 'none' }}
        onPointerDown={(event) => {
          if (zone === undefined) return;
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = placeOf(event);
        }}
        onPointerMove={pull}
        onPointerUp={letGo}
        onPointerCancel={letGo}
      >
        <PageImage
          path={`/v1/documents/${documentId}/pages/${page}.png?dpi=72`}
          page={page}
          zones={shown ? [{ key: 'zone', ...shown, name: t('split.zone'), kind: 'note' }] : []}
        />
      </div>
    </div>
  );
}

/** Where the pointer is on the page, in whole millimetres. */
function placeOf({ clientX, clientY, currentTarget }: PointerEvent<HTMLDivElement>): { x: number; y: number } {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  const along = (at: number, most: number) => Math.round(Math.min(1, Math.max(0, at)) * most);
  return { x: along((clientX - left) / width, WIDTH), y: along((clientY - top) / height, HEIGHT) };
}

const between = (a: { x: number; y: number }, b: { x: number; y: number }): Zone => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});
