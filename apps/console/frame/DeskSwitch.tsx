import { Box, Button, Menu, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { changeDesk, type Desk } from '../api/session.ts';
import { useDesk } from './desk.tsx';

/** Where the person works, and a way to the other desks. */
export function DeskSwitch(size: { visibleFrom?: 'sm'; hiddenFrom?: 'sm' }) {
  const { t } = useTranslation('frame');
  const { desk, session } = useDesk();
  const cache = useQueryClient();
  const navigate = useNavigate();

  const go = async (to: Desk) => {
    await changeDesk({ id: to.id, mode: to.mode });
    await navigate('/');
    await cache.resetQueries();
  };
  const isHere = (one: Desk) => one.id === desk.id && one.mode === desk.mode;
  const others = session.desks.some((one) => !isHere(one));
  const name = (
    <Text span size="sm" fw={560} truncate maw="13rem">
      {desk.name}
    </Text>
  );
  if (!others) return <Box {...size}>{name}</Box>;
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
          {session.desks.map((one) => (
            <Menu.Item
              key={`${one.id} ${one.mode}`}
              onClick={() => void go(one)}
              rightSection={isHere(one) ? <IconCheck size={15} aria-hidden /> : undefined}
              aria-current={isHere(one) ? 'true' : undefined}
            >
              <Text size="sm">{one.name}</Text>
              <Text size="xs" c="dimmed">
                {t(`desk.kind.${one.kind}`)}
                {one.mode && ` · ${one.mode === 'test' ? t('desk.test') : t('desk.live')}`}
              </Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Box>
  );
}
