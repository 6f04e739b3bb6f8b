import { Alert, Button, Checkbox, List, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCircleCheck, IconListCheck, IconSend } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, http, queries, type Schemas } from '../../../api/client.ts';
import { newOnce } from '../../../api/once.ts';
import { ProblemNote } from '../../../api/ProblemNote.tsx';
import { useFindingWords } from '../../../api/problem-words.ts';
import { Facts } from '../../../components/Facts.tsx';
import { Count, Money, Weight } from '../../../components/measures.tsx';
import { Waiting } from '../../../components/Waiting.tsx';
import { useDesk } from '../../../frame/desk.tsx';
import { localeOf } from '../../../words/language.ts';
import { useDraft } from '../draft-state.tsx';
import { useShownLetter } from '../look/shown-letter.ts';
import { usePreview, type Preview } from '../look/use-preview.ts';

/** What it weighs and costs, when it leaves and arrives; then the one press that makes it firm. */
export function StepPrice() {
  const { t } = useTranslation('send');
  const { id, draft, revision, preparation } = useDraft();
  const { letterId } = useShownLetter();
  const preview = usePreview(id, letterId, revision);
  const accept = preparation.accept ?? [];
  const check = useQuery({
    queryKey: ['send', 'check', id, revision, accept],
    queryFn: async () =>
      (await http.POST('/v1/drafts/{id}/check', { params: { path: { id } }, body: { accept } }))
        .data as Schemas['DraftCheck'],
    meta: { live: false },
  });
  if (check.error) return <ProblemNote error={check.error} retry={() => void check.refetch()} />;
  if (check.data === undefined || (letterId !== undefined && preview.isPending))
    return <Waiting label={t('look.making')} />;
  return (
    <Stack gap="lg">
      <Title order={2}>{t('price.title')}</Title>
      {preview.error && <ProblemNote error={preview.error} retry={() => void preview.refetch()} />}
      {preview.data?.made && <Letter of={preview.data.made} />}
      {preview.data?.state === 'ready' && draft.order.letterCount > 1 && <Estimate previewId={preview.data.id} />}
      <Submit key={revision} check={check.data} preview={preview.data} />
    </Stack>
  );
}

function Letter({ of }: { of: NonNullable<Preview['made']> }) {
  const { t, i18n } = useTranslation('send');
  const day = (text: string) =>
    new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'full', timeZone: 'UTC' }).format(
      new Date(`${text}T00:00:00Z`),
    );
  return (
    <Facts
      of={[
        { name: t('price.sheets'), value: <Count of={of.sheets} /> },
        { name: t('price.weight'), value: <Weight mg={of.weightMg} /> },
        { name: t('price.band'), value: t('price.bandUpTo', { grams: of.weightBand }) },
        { name: t('price.envelope'), value: of.envelope },
        {
          name: t('price.postage'),
          value: (
            <strong>
              <Money cents={of.postageCents} /> · {t(`price.product.${of.product}`)}
            </strong>
          ),
        },
        { name: t('price.deposit'), value: day(of.plannedDeposit.day) },
        {
          name: t('price.promise'),
          value: t('price.promiseText', { day: day(of.promise.day), days: of.promise.days }),
        },
      ]}
    />
  );
}

function Estimate({ previewId }: { previewId: string }) {
  const { t } = useTranslation('send');
  const { id } = useDraft();
  const { data, error } = api.useQuery('get', '/v1/drafts/{id}/estimate', {
    params: { path: { id }, query: { previewId } },
  });
  if (error) return <ProblemNote error={error} />;
  if (data === undefined) return null;
  return (
    <section aria-label={t('price.total')}>
      <Table>
        <Table.Tbody>
          {data.groups.map((group) => (
            <Table.Tr key={`${group.product} ${group.destination}`}>
              <Table.Th scope="row" fw={400}>
                {t(`price.product.${group.product}`)}, {t(`price.zone.${group.destination}`)}
              </Table.Th>
              <Table.Td ta="right">
                <Count of={group.letters} /> × {group.eachCents === null ? '—' : <Money cents={group.eachCents} />}
              </Table.Td>
              <Table.Td ta="right">
                {group.cents === null ? t('price.noPrice') : <Money cents={group.cents} />}
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row">{t('price.total')}</Table.Th>
            <Table.Td ta="right">
              <Count of={data.letters} />
            </Table.Td>
            <Table.Td ta="right" fw={620}>
              {data.cents === null ? t('price.noPrice') : <Money cents={data.cents} />}
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed" mt="xs">
        {t('price.estimated', { count: data.sheets })}
      </Text>
    </section>
  );
}

function Submit({ check, preview }: { check: Schemas['DraftCheck']; preview: Preview | undefined }) {
  const { t } = useTranslation('send');
  const words = useFindingWords();
  const navigate = useNavigate();
  const { desk } = useDesk();
  const { id, preparation, flush } = useDraft();
  const choices = api.useQuery('get', '/v1/choices', {}, { staleTime: 60_000 });
  const [leaveOut, setLeaveOut] = useState(false);
  const [error, setError] = useState<unknown>();
  const [isGoing, setGoing] = useState(false);
  const going = useRef(false);
  const body = useMemo(
    () => ({ accept: preparation.accept ?? [], ...(leaveOut && { importErrors: 'leave_out' as const }) }),
    [preparation.accept, leaveOut],
  );
  // The same press twice, or sent again after a broken line, is one submission; another body is another one.
  const once = useMemo(() => ({ body, headers: newOnce() }), [body]);
  const problems = [...check.problems, ...(preview?.state === 'refused' ? preview.problems : [])];
  const mayGo = problems.length === 0 && (check.rowsLeftOut === 0 || leaveOut);

  const submit = async () => {
    if (going.current || !mayGo) return;
    going.current = true;
    setGoing(true);
    setError(undefined);
    try {
      await flush();
      await http.POST('/v1/orders/{id}/submit', { params: { path: { id } }, headers: once.headers, body: once.body });
      await navigate(`/orders/${id}`);
      void queries.invalidateQueries();
    } catch (refusal) {
      setError(refusal);
      setGoing(false);
      going.current = false;
    }
  };

  return (
    <Stack gap="md">
      {problems.length > 0 ? (
        <Alert color="red" icon={<IconListCheck aria-hidden />} title={t('price.toMend')} role="alert">
          <List size="sm">
            {problems.map((problem, i) => (
              <List.Item key={i}>{words(problem)}</List.Item>
            ))}
          </List>
        </Alert>
      ) : (
        <Alert color="green" icon={<IconCircleCheck aria-hidden />} title={t('price.ready')}>
          {t('price.submitText')}{' '}
          {choices.data?.sites[0] && t(`price.cancellation.${choices.data.sites[0].cancellation}`)}
        </Alert>
      )}
      {check.rowsLeftOut > 0 && (
        <Checkbox
          label={t('price.leaveOut', { count: check.rowsLeftOut })}
          checked={leaveOut}
          onChange={({ currentTarget: { checked } }) => setLeaveOut(checked)}
        />
      )}
      {desk.mode === 'test' && (
        <Text size="sm" c="dimmed">
          {t('price.test')}
        </Text>
      )}
      {error !== undefined && <ProblemNote error={error} />}
      <Button
        size="md"
        w="fit-content"
        leftSection={<IconSend size={18} aria-hidden />}
        disabled={!mayGo}
        loading={isGoing}
        onClick={() => void submit()}
      >
        {t('price.submit', { count: check.letterCount })}
      </Button>
    </Stack>
  );
}
