import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../../api/client.ts';

/** Pages from which a document may well be several letters. */
const SEVERAL = 3;

/** Offers to split a document that is one letter for now. */
export function SplitLink({ documentId }: { documentId: string }) {
  const { t } = useTranslation('send');
  const { data } = api.useQuery('get', '/v1/documents/{id}', { params: { path: { id: documentId } } });
  if (data === undefined || data.pages < SEVERAL) return null;
  return (
    <Text size="sm">
      {t('split.ask')}{' '}
      <Anchor component={Link} to={`/send/split/${documentId}`} inherit>
        {t('split.go')}
      </Anchor>
    </Text>
  );
}
