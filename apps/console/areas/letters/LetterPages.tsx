import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconEraser, IconHourglass } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { download } from '../../api/files.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { PageImage } from '../../components/PageImage.tsx';
import { Section } from '../../components/Section.tsx';
import { localeOf } from '../../words/language.ts';

/** Pages shown at once; a letter may have a hundred. */
const AT_ONCE = 4;

/** The very pages that are printed, as long as they exist; afterwards, that they were erased as promised. */
export function LetterPages({ letter }: { letter: Schemas['Letter'] }) {
  const { t, i18n } = useTranslation(['letters', 'frame']);
  const [shown, setShown] = useState(AT_ONCE);
  const [error, setError] = useState<unknown>();
  const get = (path: string, name: string, type: string) => {
    setError(undefined);
    download(path, name, type).catch(setError);
  };
  const pages = letter.pages ?? 0;
  const when =
    letter.erasedAt &&
    new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'long' }).format(new Date(letter.erasedAt));
  return (
    <Section title={t('pages')}>
      {when ? (
        <Nothing icon={IconEraser} title={t('pagesErased')} text={t('pagesErasedText', { when })} />
      ) : pages === 0 ? (
        <Nothing icon={IconHourglass} title={t('pagesSoon')} text={t('pagesSoonText')} />
      ) : (
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('pagesText')}
          </Text>
          {Array.from({ length: Math.min(pages, shown) }, (_, i) => (
            <PageImage key={i} page={i + 1} path={`/v1/letters/${letter.id}/pages/${i + 1}.png`} />
          ))}
          {pages > shown && (
            <Button variant="default" onClick={() => setShown(shown + 8)}>
              {t('frame:list.more')}
            </Button>
          )}
        </Stack>
      )}
      <Group mt="md" gap="xs">
        {pages > 0 && !when && (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => get(`/v1/letters/${letter.id}/composed.pdf`, `${letter.id}.pdf`, 'application/pdf')}
          >
            {t('pdf')}
          </Button>
        )}
        {letter.handedOverAt !== null && (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => get(`/v1/letters/${letter.id}/deposit`, `${letter.id}-deposit.pdf`, 'application/pdf')}
          >
            {t('receipt')}
          </Button>
        )}
      </Group>
      {error !== undefined && <ProblemNote error={error} />}
    </Section>
  );
}
