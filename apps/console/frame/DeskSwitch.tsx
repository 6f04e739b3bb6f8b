import { Box, Button, Menu, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { changeDesk, type Desk, type Mode } from '../api/session.ts';
import { useDesk } from './desk.tsx';

/** A desk in one of the modes in which one may work there. */
interface Place {
  readonly desk: Desk;
  readonly mode?: Mode | undefined;
}
const placesOf = (desk: Desk): Place[] =>
  desk.modes.length === 0 ? [{ desk }] : desk.modes.map((mode) => ({ desk, mode }));

/** Where the person works, and a way to the other desks. */
export function DeskSwitch(size: { visibleFrom?: 'sm'; hiddenFrom?: 'sm' }) {
  const { t } = useTranslation('frame');
  const { desk, session } = useDesk();
  const cache = useQueryClient();
  const navigate = useNavigate();

  const go = async ({ desk: to, mode }: Place) => {
    await changeDesk(to.id, mode);
    await navigate('/');
    await cache.resetQueries();
  };
  const places = session.desks.flatMap(placesOf);
  const isHere = ({ desk: one, mode }: Place) => one.id === desk.id && mode === desk.mode;
  const name = (
    <Text span size="sm" fw={560} truncate maw="13rem">
      {desk.name}
    </Text>
  );
  if (places.every(isHere)) return <Box {...size}>{name}</Box>;
  return (
    <Box {...size}>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button variant="default" px="sm" rightSection={<IconSelector size={15} aria-hidden />}>
            {name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('desk.choose')}</Menu.Label>
          {places.map((place) => (
            <Menu.Item
              key={`${place.desk.id} ${place.mode}`}
              onClick={() => void go(place)}
              rightSection={isHere(place) ? <IconCheck size={15} aria-hidden /> : undefined}
              aria-current={isHere(place) ? 'true' : undefined}
            >
              <Text size="sm">{place.desk.name}</Text>
              <Text size="xs" c="dimmed">
                {t(`desk.kind.${place.desk.kind}`)}
                {place.mode && ` · ${t(`desk.${place.mode}`)}`}
              </Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Box>
  );
}
