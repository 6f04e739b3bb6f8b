import { Alert, Anchor, Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { IconAlertHexagon } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, http, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { useActorWords } from '../../components/actor-words.ts';
import { Facts } from '../../components/Facts.tsx';
import { Count, Moment, NumberLink } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { FirstOffDialog } from './FirstOffDialog.tsx';
import { because, FloorAction } from './FloorAction.tsx';
import { useFloorWords } from './floor-words.ts';
import { useKeyWords } from './lot-kind.ts';
import { LotBalances } from './LotBalances.tsx';
import { PieceMap } from './PieceMap.tsx';
import { Section } from './Section.tsx';
import { StandingSign } from './StandingSign.tsx';

type LotWhole = Schemas['LotWhole'];

/** One lot: what it waits for, its balances, its pieces in their order, its first-off, its trays. */
export function LotPage() {
  const { t } = useTranslation('floor');
  const { id = '' } = useParams();
  const lot = api.useQuery('get', '/v1/site/lots/{id}', { params: { path: { id } } });
  const [open, setOpen] = useState<'spoil' | 'first_off' | undefined>();
  const { may } = useDesk();
  const mayAct = may('floor:write') && lot.data !== undefined;
  return (
    <Page
      title={lot.data ? t('lots.one', { number: lot.data.number }) : t('lots.number')}
      back={{ to: '/lots', name: t('lots.title') }}
      badge={
        lot.data && (
          <>
            <StateBadge of="lot" state={lot.data.state} />
            {lot.data.standing !== null && lot.data.standing !== 'on_time' && <StandingSign of={lot.data.standing} />}
          </>
        )
      }
      actions={
        mayAct && (
          <>
            <Button variant="default" onClick={() => setOpen('first_off')}>
              {t('lots.firstOffSign')}
            </Button>
            {lot.data?.state !== 'closed' && (
              <Button variant="default" onClick={() => setOpen('spoil')}>
                {t('lots.spoilAction')}
              </Button>
            )}
          </>
        )
      }
    >
      {lot.error && <ProblemNote error={lot.error} retry={() => void lot.refetch()} />}
      {lot.isPending && <Waiting />}
      {lot.data && <Shown lot={lot.data} />}
      {open === 'first_off' && <FirstOffDialog lotId={id} onClose={() => setOpen(undefined)} />}
      {open === 'spoil' && <SpoilDialog lotId={id} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

function Shown({ lot }: { lot: LotWhole }) {
  const { t } = useTranslation('floor');
  const words = useFloorWords();
  return (
    <Stack gap="md">
      {lot.operatorReason !== null && (
        <Alert color="yellow" icon={<IconAlertHexagon aria-hidden />}>
          {t('lots.calls', { reason: words.reason(lot.operatorReason) })}
        </Alert>
      )}
      <Section title={t('lots.ticket')}>
        <Ticket lot={lot} />
      </Section>
      <Section title={t('lots.balances')}>
        <LotBalances lot={lot} />
      </Section>
      <Section title={t('lots.byState')}>
        <Group gap="lg">
          {Object.entries(lot.piecesByState).map(([state, count]) => (
            <Group key={state} gap={6}>
              <StateBadge of="piece" state={state} />
              <NumberLink
                count={count}
                to={`/pieces?state=${state}&lotId=${lot.id}`}
                label={`${words.state('piece', state)} : ${count}`}
              />
            </Group>
          ))}
        </Group>
      </Section>
      <Section title={t('lots.sequence')}>
        <PieceMap lotId={lot.id} />
      </Section>
      <Section title={t('lots.firstOff')}>
        <FirstOffs of={lot.firstOffs} />
      </Section>
      <Section title={t('lots.trays')}>
        <Group gap="lg">
          {lot.trays.map((tray) => (
            <Group key={tray.id} gap={6}>
              <Anchor component={Link} to={`/trays/${tray.id}`}>
                {t('trays.one', { number: tray.number })}
              </Anchor>
              <StateBadge of="tray" state={tray.state} />
              <Text size="sm">
                <Count of={tray.pieces} />
              </Text>
            </Group>
          ))}
        </Group>
      </Section>
    </Stack>
  );
}

function Ticket({ lot }: { lot: LotWhole }) {
  const { t } = useTranslation('floor');
  const keyWords = useKeyWords();
  return (
    <Facts
      of={[
        { name: t('pool.kind'), value: `${t(`lots.kind.${lot.kind as 'ordinary'}`)} · ${keyWords(lot.key)}` },
        { name: t('lots.pieces'), value: <Count of={lot.pieces} /> },
        { name: t('lots.sheets'), value: <Count of={lot.sheets} /> },
        { name: t('lots.paper'), value: lot.paperGrammage && t('lots.grammage', { grammage: lot.paperGrammage }) },
        { name: t('lots.day'), value: <Moment at={lot.plannedDepositDate} as="date" /> },
        { name: t('lots.due'), value: lot.until && <Moment at={lot.until} as="relative" /> },
        { name: t('lots.created'), value: <Moment at={lot.createdAt} /> },
        {
          name: t('lots.reprintOf'),
          value: lot.reprintOfNumber !== null && (
            <Anchor component={Link} to={`/lots/${lot.reprintOf}`}>
              {t('lots.one', { number: lot.reprintOfNumber })}
            </Anchor>
          ),
        },
      ]}
    />
  );
}

function FirstOffs({ of }: { of: LotWhole['firstOffs'] }) {
  const { t } = useTranslation('floor');
  const who = useActorWords();
  if (of.length === 0) return <Text size="sm">{t('lots.firstOffNone')}</Text>;
  return (
    <Stack gap={4}>
      {of.map((one) => (
        <Text key={one.id} size="sm">
          {one.passed
            ? t('lots.firstOffGood', { who: who(one.signedBy) })
            : t('lots.firstOffBad', {
                who: who(one.signedBy),
                checks: one.failedChecks.map((check) => t(`lots.checkShort.${check}`)).join(', '),
              })}{' '}
          · {one.windowCode} · <Moment at={one.signedAt} />
        </Text>
      ))}
    </Stack>
  );
}

function SpoilDialog({ lotId, onClose }: { lotId: string; onClose: () => void }) {
  const { t } = useTranslation('floor');
  const [sheets, setSheets] = useState<number | undefined>();
  return (
    <FloorAction
      title={t('lots.spoilAction')}
      intended={
        sheets === undefined ? undefined : { action: 'spoil_sheets', id: lotId, body: { sheets, reason: 'preview' } }
      }
      reasons={['jam', 'torn', 'set_up', 'counted_again']}
      confirm={t('lots.spoilAction')}
      run={(input) =>
        http.POST('/v1/site/lots/{id}/spoiled-sheets', {
          params: { path: { id: lotId } },
          headers: input.once,
          body: { sheets: sheets ?? 0, ...because(input) },
        })
      }
      onClose={onClose}
    >
      <NumberInput
        label={t('lots.spoilCount')}
        description={t('lots.spoilHint')}
        min={1}
        max={10_000}
        allowDecimal={false}
        value={sheets ?? ''}
        onChange={(value) => setSheets(typeof value === 'number' && value > 0 ? value : undefined)}
        data-autofocus
      />
    </FloorAction>
  );
}
