import { Alert, Button, Code, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Recovery codes, shown this once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation('access');
  return (
    <Stack gap="sm">
      <Alert color="yellow" title={t('enrol.codesTitle')} icon={<IconLifebuoy aria-hidden />}>
        <Text size="sm">{t('enrol.codesText')}</Text>
      </Alert>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {codes.map((code) => (
          <li key={code}>
            <Code fz="sm">{code}</Code>
          </li>
        ))}
      </SimpleGrid>
      <Button onClick={onKept}>{t('enrol.codesKept')}</Button>
    </Stack>
  );
}
