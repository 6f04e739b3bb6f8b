import { Alert, Anchor, Checkbox, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFindingWords } from '../../../api/problem-words.ts';
import { Facts } from '../../../components/Facts.tsx';
import { Weight } from '../../../components/measures.tsx';
import { useDraft } from '../draft-state.tsx';
import type { Preview } from './use-preview.ts';

/** What keeps a letter from being made, and what its sender should know or must accept, one by one. */
export function WarningsToAccept({ preview }: { preview: Preview }) {
  const { t } = useTranslation('send');
  const words = useFindingWords();
  const { preparation, prepare } = useDraft();
  const accepted = preparation.accept ?? [];
  const { made, problems, warnings } = preview;
  return (
    <Stack gap="md">
      {problems.length > 0 && (
        <Alert color="red" role="alert" title={t('look.refused')} icon={<IconAlertTriangle aria-hidden />}>
          {problems.map((problem, i) => (
            <Text size="sm" key={i}>
              {words(problem)} {problem.page !== undefined && <ShowPage page={problem.page} />}
            </Text>
          ))}
        </Alert>
      )}
      {made && (
        <Facts
          of={[
            {
              name: t('price.sheets'),
              value: `${made.sheets} (${made.parts.map(({ kind, pages }) => `${t(`look.parts.${kind}`)} : ${t('what.pages', { count: pages })}`).join(', ')})`,
            },
            { name: t('price.envelope'), value: made.envelope },
            { name: t('price.weight'), value: <Weight mg={made.weightMg} /> },
          ]}
        />
      )}
      {warnings.length > 0 && (
        <section aria-labelledby="warnings">
          <Title order={3} id="warnings" mb="xs">
            {t('look.warnings')}
          </Title>
          <Stack gap="sm">
            {warnings.map((warning, i) => (
              <Alert
                key={i}
                color={warning.mustAccept ? 'yellow' : 'blue'}
                icon={<IconInfoCircle aria-hidden />}
                title={warning.mustAccept ? t('look.mustAccept') : undefined}
              >
                <Text size="sm">
                  {t(`look.warning.${warning.code}`)} {warning.why && t(`look.why.${warning.why}`)}{' '}
                  {warning.page !== undefined && <ShowPage page={warning.page} />}
                </Text>
                {warning.mustAccept && warning.code === 'other_address_in_window' && (
                  <Checkbox
                    mt="xs"
                    label={t('look.accept')}
                    checked={accepted.includes(warning.code)}
                    onChange={({ currentTarget: { checked } }) =>
                      prepare({ accept: checked ? ['other_address_in_window'] : [] })
                    }
                  />
                )}
              </Alert>
            ))}
          </Stack>
        </section>
      )}
    </Stack>
  );
}

function ShowPage({ page }: { page: number }) {
  const { t } = useTranslation('send');
  const [search, setSearch] = useSearchParams();
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      onClick={() => {
        const changed = new URLSearchParams(search);
        changed.set('page', String(page));
        setSearch(changed, { replace: true });
      }}
    >
      {t('look.showOnPage', { page })}
    </Anchor>
  );
}
