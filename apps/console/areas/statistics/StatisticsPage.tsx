import { Button, Card, Paper, Skeleton, Stack } from '@mantine/core';
import { IconChartBarOff, IconDownload } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { serviceNames } from '#domain/services';
import { api } from '../../api/client.ts';
import { download } from '../../api/files.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { addressOf, countedChoiceOf, periodOf, useLetterChoice } from '../../components/letter-choice.ts';
import { LetterFilters } from '../../components/LetterFilters.tsx';
import { Money, NumberLink, Weight } from '../../components/measures.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { Page } from '../../components/Page.tsx';
import { StatisticsTables } from './StatisticsTables.tsx';
import classes from './statistics.module.css';

/** Letters of a period in numbers, charts and tables. */
export function StatisticsPage() {
  const { t, i18n } = useTranslation(['statistics', 'states']);
  const [address, change] = useLetterChoice();
  const chosen = countedChoiceOf(address);
  const twelve = periodOf('twelve');
  const choice = { ...chosen, from: chosen.from ?? twelve.from, to: chosen.to ?? twelve.to };
  const statistics = api.useQuery(
    'get',
    '/v1/statistics',
    { params: { query: choice } },
    { placeholderData: keepPreviousData },
  );
  const { data, error } = statistics;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() =>
            void download(`/v1/statistics.csv?${addressOf(choice)}&language=${i18n.language}`, 'statistics.csv')
          }
        >
          {t('export')}
        </Button>
      }
    >
      <Stack gap="md">
        <Paper p="md" withBorder>
          <LetterFilters choice={choice} change={change} />
        </Paper>
        {error && <ProblemNote error={error} retry={() => void statistics.refetch()} />}
        {!error && data === undefined && <Skeleton height={320} />}
        {data?.total.letters === 0 && (
          <Paper withBorder>
            <Nothing icon={IconChartBarOff} title={t('empty')} text={t('emptyText')} />
          </Paper>
        )}
        {data !== undefined && data.total.letters > 0 && (
          <>
            <Card withBorder>
              <dl className={classes.numbers}>
                <div>
                  <dt>{t('total.letters')}</dt>
                  <dd>
                    <NumberLink count={data.total.letters} to={`/history?${addressOf(choice)}`} />
                  </dd>
                </div>
                <div>
                  <dt>{t('total.sent')}</dt>
                  <dd>
                    <NumberLink count={data.total.sent} to={`/history?${addressOf({ ...choice, sent: 'true' })}`} />
                  </dd>
                </div>
                <div>
                  <dt>{t('total.weight')}</dt>
                  <dd>
                    <Weight mg={data.total.weightMg} />
                  </dd>
                </div>
                <div>
                  <dt>{t('total.postage')}</dt>
                  <dd>
                    <Money cents={data.total.postageCents} />
                  </dd>
                </div>
              </dl>
            </Card>
            <StatisticsTables data={data} choice={choice} services={serviceNames} />
          </>
        )}
      </Stack>
    </Page>
  );
}
