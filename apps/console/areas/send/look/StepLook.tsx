import { Alert, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { http, type Schemas } from '../../../api/client.ts';
import { ProblemNote } from '../../../api/ProblemNote.tsx';
import { useFindingWords } from '../../../api/problem-words.ts';
import { Nothing } from '../../../components/Nothing.tsx';
import { useDraft } from '../draft-state.tsx';
import { LetterPages } from './LetterPages.tsx';
import { usePreview } from './use-preview.ts';
import { WarningsToAccept } from './WarningsToAccept.tsx';
import { useShownLetter } from './shown-letter.ts';

/** The exact pages of a letter, with its window and zones, what is wrong and what is worth knowing. */
export function StepLook() {
  const { t } = useTranslation('send');
  const words = useFindingWords();
  const { id, draft, revision } = useDraft();
  const { letterId, letters, isPending } = useShownLetter();
  const preview = usePreview(id, letterId, revision);
  if (draft.order.letterCount === 0 || (letterId === undefined && !isPending)) return <Lacking />;
  const { data, error } = preview;
  return (
    <Stack gap="lg">
      <Title order={2}>{t('look.title')}</Title>
      {letters.length > 1 && <Choose letters={letters} chosen={letterId} count={draft.order.letterCount} />}
      {error && <ProblemNote error={error} retry={() => void preview.refetch()} />}
      {error === null && data === undefined && <Text role="status">{t('look.making')}</Text>}
      {data?.state === 'making' && (
        <Alert color="yellow" role="status" title={data.trouble ? t('look.trouble') : t('look.makingLong')}>
          {data.trouble && words(data.trouble)}
          <Button variant="default" size="compact-sm" mt="xs" onClick={() => void preview.refetch()}>
            {t('look.again')}
          </Button>
        </Alert>
      )}
      {data !== undefined && data.state !== 'making' && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
          <LetterPages key={data.id} preview={data} />
          <WarningsToAccept preview={data} />
        </SimpleGrid>
      )}
    </Stack>
  );
}

function Lacking() {
  const { t } = useTranslation('send');
  const { id, draft } = useDraft();
  const to = draft.lacks.includes('content') ? 'what' : 'to';
  return (
    <Nothing icon={IconEyeOff} title={t('look.notYet')} text={draft.lacks.map((lack) => t(`lack.${lack}`)).join(', ')}>
      <Button component={Link} to={`/send/${id}/${to}`} variant="default">
        {t('look.goTo', { step: t(`step.${to}`) })}
      </Button>
    </Nothing>
  );
}

/** The letters around the one that is shown: further ones by the list of recipients. */
function Choose(props: { letters: readonly Schemas['DraftLetterRow'][]; chosen: string | undefined; count: number }) {
  const { letters, chosen, count } = props;
  const { t } = useTranslation('send');
  const { id } = useDraft();
  const [, setSearch] = useSearchParams();
  const at = letters.findIndex((letter) => letter.id === chosen);
  const here = letters[at] ?? letters[0];
  const next = useQuery({
    queryKey: ['send', 'next letter', id, letters.at(-1)?.id],
    queryFn: async () => {
      const { data } = await http.GET('/v1/drafts/{id}/letters', {
        params: { path: { id }, query: { after: letters.at(-1)?.id as string, limit: 1 } },
      });
      return data?.rows[0] ?? null;
    },
    enabled: at === letters.length - 1,
    meta: { live: false },
  });
  const before = letters[at - 1];
  const after = letters[at + 1] ?? next.data ?? undefined;
  const show = (letter: Schemas['DraftLetterRow'] | undefined) =>
    letter && setSearch({ letter: letter.id }, { replace: true });
  return (
    <Group gap="sm">
      <Button variant="default" size="compact-sm" disabled={!before} onClick={() => show(before)}>
        ‹
      </Button>
      <Text size="sm">
        {here && t('look.letter', { position: here.position })} / {count} · {here?.recipientLines[0]}
      </Text>
      <Button variant="default" size="compact-sm" disabled={!after} onClick={() => show(after)}>
        ›
      </Button>
      <Button component={Link} to={`/send/${id}/to`} variant="subtle" size="compact-sm">
        {t('look.choose')}
      </Button>
    </Group>
  );
}
