import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { IconAlarm, IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Count, Moment, NumberLink } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { Sign } from '../../components/Sign.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import classes from './Board.module.css';
import { useFloorWords } from './floor-words.ts';
import { pageOfList } from './list-links.ts';

type Board = Schemas['Board'];
type Stage = Board['stages'][number];

/** Where the mail stands, at a glance: also on the wall. */
export function BoardPage() {
  const { t } = useTranslation('floor');
  const board = api.useQuery('get', '/v1/site/board', {}, { refetchInterval: 10_000 });
  return (
    <Page title={t('board.title')} lead={t('board.lead')}>
      <div data-wide>
        {board.error && <ProblemNote error={board.error} retry={() => void board.refetch()} />}
        {board.isPending && <Waiting />}
        {board.data && <Shown board={board.data} />}
      </div>
    </Page>
  );
}

function Shown({ board }: { board: Board }) {
  const { t } = useTranslation('floor');
  return (
    <>
      <div className={classes.strip}>
        <Trucks board={board} />
        <Calls board={board} />
        <Paper className={classes.card ?? ''} component="section" aria-labelledby="left">
          <h2 id="left">{t('board.leftToday')}</h2>
          <Anchor component={Link} to={pageOfList(board.leftToday.list)} className={classes.big ?? ''}>
            <Count of={board.leftToday.count} />
          </Anchor>
          <Text size="sm">
            {t('board.leftDeposits', { count: board.leftToday.count })} ·{' '}
            {t('board.pieces', { count: board.leftToday.pieces })}
          </Text>
        </Paper>
      </div>
      <div className={classes.flow}>
        {(['letters', 'lots', 'pieces', 'trays', 'deposits', 'cases'] as const).map((of) => (
          <Stages key={of} of={of} stages={board.stages.filter((stage) => stage.of === of)} />
        ))}
      </div>
      <Text size="xs" c="dimmed" mt="sm">
        {t('board.counted', { time: '' })}
        <Moment at={board.at} as="relative" />
      </Text>
    </>
  );
}

function Trucks({ board }: { board: Board }) {
  const { t } = useTranslation('floor');
  const [next, ...others] = board.trucks;
  if (next === undefined) return null;
  const ready = next.deposits.reduce((sum, { pieces }) => sum + pieces, 0);
  return (
    <Paper className={classes.card ?? ''} component="section" aria-labelledby="truck">
      <h2 id="truck">{t('board.nextTruck')}</h2>
      <div className={classes.big}>
        <Moment at={next.slotAt} as="relative" />
      </div>
      <Text size="sm">
        <Moment at={next.slotAt} /> · {ready === 0 ? t('board.nothingReady') : t('board.ready', { count: ready })}
      </Text>
      <ul className={classes.trucks}>
        <li>
          {t('board.nextCutOff')} <Moment at={board.nextCutOffAt} as="relative" />
        </li>
        {others.map((truck) => (
          <li key={truck.slotAt}>
            <Text span size="sm" c="dimmed">
              {t('board.then')} <Moment at={truck.slotAt} />, {t('board.printBy')} <Moment at={truck.latestPrintAt} />
            </Text>
          </li>
        ))}
      </ul>
    </Paper>
  );
}

function Calls({ board }: { board: Board }) {
  const { t } = useTranslation('floor');
  const words = useFloorWords();
  const attention = api.useQuery('get', '/v1/site/attention');
  const groups = attention.data?.groups ?? [];
  return (
    <Paper className={classes.card ?? ''} component="section" aria-labelledby="calls">
      <h2 id="calls">{t('board.calls')}</h2>
      <Anchor component={Link} to="/attention" className={classes.big ?? ''}>
        <Count of={board.attention} />
      </Anchor>
      <Text size="sm">
        {board.attention === 0 ? t('board.calm') : t('board.callsText', { count: board.attention })}
      </Text>
      <Stack gap={4} mt="xs">
        {groups.slice(0, 3).map((group) => (
          <Group key={group.cause} gap="xs" wrap="nowrap" justify="space-between">
            <Text size="sm" lineClamp={1}>
              {words.cause(group)}
            </Text>
            {group.list === null ? (
              <Count of={group.count} />
            ) : (
              <NumberLink
                count={group.count}
                to={pageOfList(group.list)}
                label={`${words.cause(group)} : ${group.count}`}
              />
            )}
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}

function Stages({ of, stages }: { of: Stage['of']; stages: readonly Stage[] }) {
  const { t } = useTranslation('floor');
  return (
    <Paper className={classes.card ?? ''} component="section" aria-labelledby={`stages-${of}`}>
      <h2 id={`stages-${of}`}>{t(`board.group.${of}`)}</h2>
      <ul className={classes.stages}>
        {stages.map((stage) => (
          <StageLine key={stage.stage} stage={stage} />
        ))}
      </ul>
    </Paper>
  );
}

function StageLine({ stage }: { stage: Stage }) {
  const { t } = useTranslation('floor');
  const { state } = useFloorWords();
  const name = stage.of === 'cases' ? t('board.openCases') : state(stage.of.slice(0, -1), stage.stage);
  const { count, oldestSince, pieces, atRisk, late } = stage;
  return (
    <li className={classes.stage} data-empty={count === 0 || undefined}>
      <span>{name}</span>
      <span className={classes.count}>
        <NumberLink count={count} to={pageOfList(stage.list)} label={`${name} : ${count}`} />
      </span>
      {count > 0 && (
        <span className={classes.signs}>
          {late !== null && late.count > 0 && (
            <Link to={pageOfList(late.list)}>
              <Sign tone="bad" icon={IconAlertTriangle}>
                {t('board.late', { count: late.count })}
              </Sign>
            </Link>
          )}
          {atRisk !== null && atRisk.count > 0 && (
            <Link to={pageOfList(atRisk.list)}>
              <Sign tone="warn" icon={IconAlarm}>
                {t('board.atRisk', { count: atRisk.count })}
              </Sign>
            </Link>
          )}
          {pieces !== null && <span>{t('board.pieces', { count: pieces })}</span>}
          {oldestSince !== null && (
            <span>
              {t('board.oldest', { time: '' })}
              <Moment at={oldestSince} as="relative" />
            </span>
          )}
        </span>
      )}
    </li>
  );
}
