import { Card, Skeleton, Table, Text, Title } from '@mantine/core';
import { lazy, Suspense, useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, type LetterChoice } from '../../components/letter-choice.ts';
import { Money, NumberLink, Weight } from '../../components/measures.tsx';
import type { Series } from './Charts.tsx';
import classes from './statistics.module.css';

const Bars = lazy(() => import('./Charts.tsx'));

export interface CountedRow {
  readonly key: string;
  readonly name: string;
  readonly letters: number;
  readonly sent: number;
  readonly weightMg: number;
  readonly postageCents: number;
  /** What the row's list is chosen by. */
  readonly choice: LetterChoice;
}

/** Numbers of one kind: a chart, and beside it the table that says the same and leads to the lists. */
export function Counted({
  title,
  column,
  rows,
  chart,
}: {
  title: string;
  column: string;
  rows: readonly CountedRow[];
  chart?: { data: Record<string, string | number>[]; series: readonly Series[]; stacked?: boolean; euros?: boolean };
}) {
  const { t } = useTranslation('statistics');
  const id = useId();
  return (
    <Card withBorder component="section" aria-labelledby={id}>
      <Title order={2} size="h4" id={id} mb="sm">
        {title}
      </Title>
      <div className={chart ? classes.both : undefined}>
        {chart && (
          <div>
            <Suspense fallback={<Skeleton height={260} role="status" aria-label={t('loading')} />}>
              <Bars {...chart} />
            </Suspense>
            <Text size="xs" c="dimmed">
              {t('chartOf', { name: title })}
            </Text>
          </div>
        )}
        <Scrolled>
          <Table aria-labelledby={id}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{column}</Table.Th>
                <Table.Th scope="col" ta="right">
                  {t('column.letters')}
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  {t('column.sent')}
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  {t('column.weight')}
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  {t('column.postage')}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.key}>
                  <Table.Th scope="row" fw={500}>
                    {row.name}
                  </Table.Th>
                  <Table.Td ta="right">
                    <NumberLink
                      count={row.letters}
                      to={`/history?${addressOf(row.choice)}`}
                      label={`${row.name}, ${t('column.letters')} : ${row.letters}`}
                    />
                  </Table.Td>
                  <Table.Td ta="right">
                    <NumberLink
                      count={row.sent}
                      to={`/history?${addressOf({ ...row.choice, sent: 'true' })}`}
                      label={`${row.name}, ${t('column.sent')} : ${row.sent}`}
                    />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Weight mg={row.weightMg} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Money cents={row.postageCents} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Scrolled>
      </div>
    </Card>
  );
}

/** A table that is wider than its place is scrolled, by keys too. */
function Scrolled({ children }: { children: ReactNode }) {
  return (
    <div className={classes.scrolled} tabIndex={0} role="group">
      {children}
    </div>
  );
}
