import { Button, Group, Paper, Skeleton, Text, VisuallyHidden } from '@mantine/core';
import type { InfiniteData } from '@tanstack/react-query';
import { IconFilterOff, IconInbox, type IconProps } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemNote } from '../api/ProblemNote.tsx';
import classes from './Listing.module.css';
import { Nothing } from './Nothing.tsx';

/** A column: what its heading says and what stands in it. The first is the row's name, and its link when rows have one. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand right. */
  readonly align?: 'left' | 'right';
  /** Takes no more room than its content. */
  readonly narrow?: boolean;
}

/** What `api.useInfiniteQuery(…, cursorPaging)` gives, or `api.useQuery` through `onePage`. */
export interface ListQuery<Row> {
  readonly data: InfiniteData<{ rows: readonly Row[] }, unknown> | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
  readonly hasNextPage?: boolean;
  readonly isFetchingNextPage?: boolean;
  readonly fetchNextPage?: () => unknown;
}

export interface ListingProps<Row extends object> {
  /** What is listed, for screen readers. */
  readonly label: string;
  readonly query: ListQuery<Row>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Where a row leads, below /app. */
  readonly rowTo?: (row: Row) => string;
  readonly empty: { title: string; text?: string; icon?: ComponentType<IconProps>; action?: ReactNode };
  /** Given when filters are set: then an empty list offers to clear them. */
  readonly clearFilters?: (() => void) | undefined;
  /** Filters and the like, above the rows. */
  readonly tools?: ReactNode;
}

/** Rows of the API with its cursor: a table, or cards where there is no room for one; each of its states in words. */
export function Listing<Row extends object>(props: ListingProps<Row>) {
  const { label, query, columns, rowKey, rowTo, tools } = props;
  const { t } = useTranslation('frame');
  const rows = query.data?.pages.flatMap((page) => page.rows);
  return (
    <Paper className={classes.sheet ?? ''}>
      {tools !== undefined && <div className={classes.tools}>{tools}</div>}
      {query.error != null && (
        <div className={classes.note}>
          <ProblemNote error={query.error} retry={() => void query.refetch()} />
        </div>
      )}
      {query.isPending && query.error == null && <Coming columns={columns.length} />}
      {rows?.length === 0 && <Empty {...props} />}
      {rows !== undefined && rows.length > 0 && (
        <table className={classes.table} aria-label={label} role="table">
          <thead role="rowgroup">
            <tr role="row">
              {columns.map(({ key, title, align, narrow }) => (
                <th key={key} scope="col" role="columnheader" data-align={align} data-narrow={narrow || undefined}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr key={rowKey(row)} role="row" data-link={rowTo !== undefined || undefined}>
                {columns.map(({ key, title, cell, align, narrow }, i) => (
                  <td key={key} role="cell" data-title={title} data-align={align} data-narrow={narrow || undefined}>
                    {i === 0 && rowTo ? (
                      <Link to={rowTo(row)} className={classes.link ?? ''}>
                        {cell(row)}
                      </Link>
                    ) : (
                      cell(row)
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows !== undefined && rows.length > 0 && (
        <Group className={classes.foot ?? ''} justify="space-between">
          <Text size="xs" c="dimmed" aria-live="polite">
            {t('list.shown', { count: rows.length })}
          </Text>
          {query.hasNextPage && (
            <Button
              variant="default"
              size="compact-sm"
              loading={query.isFetchingNextPage ?? false}
              onClick={() => void query.fetchNextPage?.()}
            >
              {t('list.more')}
            </Button>
          )}
        </Group>
      )}
    </Paper>
  );
}

function Empty<Row extends object>({ empty, clearFilters }: ListingProps<Row>) {
  const { t } = useTranslation('frame');
  if (clearFilters)
    return (
      <Nothing icon={IconFilterOff} title={t('list.noMatch')} text={t('list.noMatchText')}>
        <Button variant="default" onClick={clearFilters}>
          {t('list.clear')}
        </Button>
      </Nothing>
    );
  return (
    <Nothing icon={empty.icon ?? IconInbox} title={empty.title} text={empty.text}>
      {empty.action}
    </Nothing>
  );
}

function Coming({ columns }: { columns: number }) {
  const { t } = useTranslation('frame');
  return (
    <div className={classes.coming} role="status">
      <VisuallyHidden>{t('list.loading')}</VisuallyHidden>
      {Array.from({ length: 6 }, (_, row) => (
        <Group key={row} wrap="nowrap" aria-hidden>
          {Array.from({ length: columns }, (_each, i) => (
            <Skeleton key={i} height={12} width={i === 0 ? '30%' : '14%'} radius="sm" />
          ))}
        </Group>
      ))}
    </div>
  );
}
