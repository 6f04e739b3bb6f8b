import { Code, CopyButton, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A secret that is shown this once, with a button that copies it. */
export function ShownSecret({ secret }: { secret: string }) {
  const { t } = useTranslation(['webhooks', 'frame']);
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('secretOnce')}</Text>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} aria-label={t('secret')}>
        {secret}
      </Code>
      <CopyButton value={secret}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy} w="fit-content">
            {t(copied ? 'frame:action.copied' : 'frame:action.copy')}
          </Button>
        )}
      </CopyButton>
    </Stack>
  );
}
