import { Alert, Button, Group, Paper, Select, SimpleGrid, Stack, Table, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconCalendarCheck, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, http, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { useActorWords } from '../../components/actor-words.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Count, Moment, Money, NumberLink } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { Sign } from '../../components/Sign.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { localeOf } from '../../words/language.ts';
import { useFloorWords } from './floor-words.ts';
import { pageOfList } from './list-links.ts';
import { Section } from './Section.tsx';

type SiteDay = Schemas['SiteDay'];
type Explained = { reason: string | null; until: string; owner: string };
const owners = ['operator', 'supervisor', 'provider', 'carrier'] as const;
const reasons = ['waits_for_carrier', 'waits_for_machine', 'waits_for_customer'] as const;

const localDay = (shift = 0) => {
  const at = new Date(Date.now() + shift * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
};

/** A day as the ledger writes it, as people do. */
function useDayWords(): (day: string) => string {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'long', timeZone: 'UTC' });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
}

/** The end of a day: its figures, what is explained and carried over, and the signature. */
export function DayPage() {
  const { t } = useTranslation('floor');
  const who = useActorWords();
  const [search, setSearch] = useSearchParams();
  const day = search.get('day') ?? localDay();
  const asked = api.useQuery('get', '/v1/site/days/{day}', { params: { path: { day } } });
  const data = asked.data;
  return (
    <Page
      title={t('day.title')}
      lead={t('day.lead')}
      badge={
        data && (
          <Sign
            tone={data.closing === null ? 'calm' : 'good'}
            icon={data.closing === null ? undefined : IconCircleCheck}
          >
            {data.closing === null ? t('day.notSigned') : t('day.signed', { who: who(data.closing.signedBy) })}
          </Sign>
        )
      }
      actions={
        <TextInput
          type="date"
          aria-label={t('day.which')}
          value={day}
          onChange={(event) => setSearch({ day: event.currentTarget.value })}
        />
      }
    >
      {asked.error && <ProblemNote error={asked.error} retry={() => void asked.refetch()} />}
      {asked.isPending && <Waiting />}
      {data && <Shown key={day} data={data} />}
    </Page>
  );
}

function Shown({ data }: { data: SiteDay }) {
  const { t } = useTranslation('floor');
  const dayWords = useDayWords();
  return (
    <Stack gap="md">
      {data.carriedFrom !== null && data.carriedFrom.carriedOver.length > 0 && (
        <Section title={t('day.carried', { day: dayWords(data.carriedFrom.day) })}>
          <Carried of={data.carriedFrom.carriedOver} />
        </Section>
      )}
      <Section title={t('day.figures')}>
        <Figures of={data.closing?.figures ?? data.figures} />
      </Section>
      {data.closing === null ? (
        <ToExplain data={data} />
      ) : (
        <Section title={t('day.carriedNow')}>
          {data.closing.carriedOver.length === 0 ? (
            <Text size="sm">{t('day.nothingOpen')}</Text>
          ) : (
            <Carried of={data.closing.carriedOver} />
          )}
        </Section>
      )}
    </Stack>
  );
}

function Figures({ of }: { of: SiteDay['figures'] }) {
  const { t } = useTranslation('floor');
  const shown = [
    [t('day.pieces'), of.pieces.declared, t('day.piecesText', of.pieces)],
    [t('day.deposits'), of.deposits.left, t('day.depositsText', of.deposits)],
    [t('day.trays'), of.trays.left, ''],
    [t('day.lots'), of.lots.closed, t('day.lotsText', of.lots)],
    [t('day.franking'), <Money key="cents" cents={of.franking.cents} />, t('day.frankingText', of.franking)],
    [t('day.registered'), of.registered.used, t('day.registeredText', of.registered)],
    [t('day.bin'), of.bin.sheets, t('day.binText', of.bin)],
    [t('day.firstOffs'), of.firstOffs.passed + of.firstOffs.failed, t('day.firstOffsText', of.firstOffs)],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
      {shown.map(([name, figure, text]) => (
        <Paper key={name} p="sm">
          <Text size="xs" fw={600} c="dimmed">
            {name}
          </Text>
          <Text size="xl" fw={640}>
            {typeof figure === 'number' ? <Count of={figure} /> : figure}
          </Text>
          <Text size="xs" c="dimmed">
            {text}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}

function useOpenName() {
  const { t } = useTranslation('floor');
  const words = useFloorWords();
  return (open: SiteDay['open'][number]): string =>
    open.reason === 'due' && open.state !== null
      ? t('day.due', { state: words.state('piece', open.state).toLowerCase() })
      : words.cause(open);
}

/** Each open cause with its explanation; all at once where the same holds for them. */
function ToExplain({ data }: { data: SiteDay }) {
  const { t } = useTranslation('floor');
  const dayWords = useDayWords();
  const { may } = useDesk();
  const words = useFloorWords();
  const nameOf = useOpenName();
  const cache = useQueryClient();
  const [explained, setExplained] = useState<Readonly<Record<string, Explained>>>({});
  const [isSigning, setSigning] = useState(false);
  const maySign = may('floor:supervise');
  const of = (cause: string): Explained =>
    explained[cause] ?? { reason: null, until: localDay(1), owner: 'supervisor' };
  const set = (cause: string, change: Partial<Explained>) =>
    setExplained({ ...explained, [cause]: { ...of(cause), ...change } });
  const isExplained = data.open.every(({ cause }) => of(cause).reason !== null);
  return (
    <Section
      title={t('day.open')}
      actions={
        maySign && (
          <Button leftSection={<IconCalendarCheck size={16} aria-hidden />} onClick={() => setSigning(true)}>
            {t('day.sign')}
          </Button>
        )
      }
    >
      {data.open.length === 0 ? (
        <Alert color="green" icon={<IconCircleCheck aria-hidden />}>
          {t('day.nothingOpen')}
        </Alert>
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {t('day.openText')} {!maySign && t('day.onlySupervisor')}
          </Text>
          {maySign && data.open.length > 1 && (
            <Select
              size="xs"
              mb="sm"
              maw="18rem"
              label={t('day.whyAll')}
              placeholder={t('day.whyNeeded')}
              data={reasons.map((value) => ({ value, label: words.reason(value) }))}
              value={null}
              onChange={(reason) =>
                setExplained(
                  Object.fromEntries(
                    data.open.map(({ cause }) => [cause, { ...of(cause), reason: of(cause).reason ?? reason }]),
                  ),
                )
              }
            />
          )}
          <Stack gap="sm">
            {data.open.map((open) => (
              <Paper key={open.cause} p="sm" component="section" aria-label={nameOf(open)}>
                <Group justify="space-between" align="flex-end" gap="sm">
                  <Text fw={560} style={{ flex: '1 1 14rem' }}>
                    {nameOf(open)} ·{' '}
                    {open.list === null ? (
                      <Count of={open.count} />
                    ) : (
                      <NumberLink
                        count={open.count}
                        to={pageOfList(open.list)}
                        label={`${nameOf(open)} : ${open.count}`}
                        isInText
                      />
                    )}
                  </Text>
                  {maySign && (
                    <Group gap="xs" align="flex-end">
                      <Select
                        size="xs"
                        label={t('day.why')}
                        data={reasons.map((value) => ({ value, label: words.reason(value) }))}
                        value={of(open.cause).reason}
                        placeholder={t('day.whyNeeded')}
                        onChange={(reason) => set(open.cause, { reason })}
                      />
                      <TextInput
                        size="xs"
                        type="date"
                        label={t('day.until')}
                        value={of(open.cause).until}
                        min={localDay(1)}
                        onChange={(event) => set(open.cause, { until: event.currentTarget.value })}
                      />
                      <Select
                        size="xs"
                        label={t('day.owner')}
                        data={owners.map((value) => ({ value, label: t(`day.owners.${value}`) }))}
                        value={of(open.cause).owner}
                        onChange={(owner) => set(open.cause, { owner: owner ?? 'supervisor' })}
                      />
                    </Group>
                  )}
                </Group>
              </Paper>
            ))}
          </Stack>
        </>
      )}
      {isSigning && (
        <ActionDialog
          title={t('day.signTitle', { day: dayWords(data.day) })}
          effect={isExplained ? t('day.signEffect', { count: data.open.length }) : t('day.openText')}
          ready={isExplained}
          text="optional"
          confirm={t('day.sign')}
          run={({ text, once }) =>
            http.POST('/v1/site/days/{day}/close', {
              params: { path: { day: data.day } },
              body: {
                carriedOver: data.open.map(({ cause }) => ({ cause, ...of(cause), reason: of(cause).reason ?? '' })),
                reason: 'end_of_day',
                ...(text !== '' && { text }),
              },
              headers: once,
            })
          }
          onDone={() => void cache.invalidateQueries()}
          onClose={() => setSigning(false)}
        />
      )}
    </Section>
  );
}

function Carried({ of }: { of: NonNullable<SiteDay['closing']>['carriedOver'] }) {
  const { t } = useTranslation('floor');
  const words = useFloorWords();
  const name = (cause: string) => {
    const [kind = '', ...rest] = cause.split('.');
    return [kind, ...rest.map(words.reason)].join(' · ');
  };
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('day.cause')}</Table.Th>
          <Table.Th ta="right">{t('day.count')}</Table.Th>
          <Table.Th>{t('day.why')}</Table.Th>
          <Table.Th>{t('day.until')}</Table.Th>
          <Table.Th>{t('day.owner')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {of.map((one) => (
          <Table.Tr key={one.cause}>
            <Table.Td>{name(one.cause)}</Table.Td>
            <Table.Td ta="right">
              <Count of={one.count} />
            </Table.Td>
            <Table.Td>{words.reason(one.reason)}</Table.Td>
            <Table.Td>
              <Moment at={one.until} as="date" />
            </Table.Td>
            <Table.Td>{t(`day.owners.${one.owner as 'operator'}`)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
