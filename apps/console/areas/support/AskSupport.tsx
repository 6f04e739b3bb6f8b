import { Button } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '../../frame/desk.tsx';

/** The way to a question about one letter or order, which stands in it already. For who may ask. */
export function AskSupport({ about, id }: { about: 'letter' | 'order'; id: string }) {
  const { t } = useTranslation('frame');
  const { may } = useDesk();
  if (!may('tickets:write')) return null;
  return (
    <Button
      component={Link}
      to={`/tickets/new?${about}=${id}`}
      variant="default"
      leftSection={<IconLifebuoy size={16} aria-hidden />}
    >
      {t('askSupport')}
    </Button>
  );
}
