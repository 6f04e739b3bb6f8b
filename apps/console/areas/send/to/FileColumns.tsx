import { Alert, Button, Group, ScrollArea, Select, Stack, Table, Text, Title } from '@mantine/core';
import { IconHelpHexagon } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type french from '../../../words/fr/send.ts';
import type { Beginning, Mapping } from './import-file.ts';

const recipientFields = [
  'name',
  'organisation',
  'deliveryPoint',
  'building',
  'streetNumber',
  'street',
  'locality',
  'postcode',
  'town',
  'cedex',
  'region',
  'country',
  'kind',
] as const satisfies readonly (keyof typeof french.to.field)[];
const lines = [1, 2, 3, 4, 5, 6, 7] as const;

/** What each column holds: guessed by usual headings, and the sender's to correct. */
export function FileColumns(props: {
  readonly beginning: Beginning;
  readonly isDocument: boolean;
  readonly onStart: (mapping: Mapping) => void;
  readonly onCancel: () => void;
}) {
  const { beginning, isDocument, onStart, onCancel } = props;
  const { t } = useTranslation(['send', 'frame']);
  const { headings, rows, mapping, encoding, delimiter, dataFields } = beginning;
  const [meanings, setMeanings] = useState(() => meaningsOf(mapping, headings.length));
  const choices = useMemo(
    () => [
      {
        group: t('to.recipientGroup'),
        items: recipientFields.map((value) => ({ value, label: t(`to.field.${value}`) })),
      },
      {
        group: t('to.printed'),
        items: lines.map((number) => ({ value: `line ${number}`, label: t('to.line', { number }) })),
      },
      ...(dataFields.length > 0
        ? [{ group: t('to.dataGroup'), items: dataFields.map((field) => ({ value: `data ${field}`, label: field })) }]
        : []),
      {
        group: t('to.otherGroup'),
        items: [
          { value: 'clientReference', label: t('to.clientReference') },
          ...(isDocument ? [{ value: 'pages', label: t('to.documentPages') }] : []),
        ],
      },
    ],
    [t, dataFields, isDocument],
  );
  const has = (...wanted: string[]) => meanings.some((meaning) => wanted.includes(meaning));
  const byLines = meanings.some((meaning) => meaning.startsWith('line '));
  const lacking = byLines
    ? undefined
    : !has('name', 'organisation')
      ? t('to.lacksName')
      : !has('town')
        ? t('to.lacksTown')
        : undefined;
  return (
    <Stack gap="sm" component="section" aria-labelledby="reading">
      <Title order={3} id="reading">
        {t('to.reading')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('to.readingText')}{' '}
        {t('to.encoding', {
          encoding: encoding ?? 'ASCII',
          delimiter: delimiter === '\t' ? '⇥' : delimiter,
          interpolation: { escapeValue: false },
        })}
      </Text>
      {mapping === null && (
        <Alert color="yellow" icon={<IconHelpHexagon aria-hidden />}>
          {t('to.ambiguous')}
        </Alert>
      )}
      <ScrollArea>
        <Table withRowBorders verticalSpacing={6} miw={560}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('to.column')}</Table.Th>
              <Table.Th>{t('to.example')}</Table.Th>
              <Table.Th>{t('to.means')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {headings.map((heading, i) => (
              <Table.Tr key={i}>
                <Table.Th scope="row" fw={560}>
                  {heading || i + 1}
                </Table.Th>
                <Table.Td maw="16rem">
                  <Text size="sm" c="dimmed" truncate>
                    {rows
                      .slice(0, 3)
                      .map((row) => row[i] ?? '')
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                </Table.Td>
                <Table.Td w="17rem">
                  <Select
                    aria-label={`${t('to.means')} : ${heading}`}
                    value={meanings[i] ?? ''}
                    data={[{ value: '', label: t('to.unused') }, ...choices]}
                    onChange={(value) => setMeanings(meanings.map((one, k) => (k === i ? (value ?? '') : one)))}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
      {lacking && <Text c="var(--mantine-color-error)">{lacking}</Text>}
      <Group>
        <Button disabled={lacking !== undefined} onClick={() => onStart(mappingOf(meanings))}>
          {t('to.start')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('frame:action.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

/** What was guessed, a meaning a column; columns by number, from 1. */
function meaningsOf(mapping: Mapping | null, columns: number): string[] {
  const meanings = Array.from({ length: columns }, () => '');
  const put = (given: unknown, meaning: string) => {
    for (const column of [given].flat()) if (typeof column === 'number') meanings[column - 1] = meaning;
  };
  for (const [field, given] of Object.entries(mapping?.recipient ?? {})) put(given, field);
  mapping?.recipientLines?.forEach((column, i) => put(column, `line ${i + 1}`));
  for (const [field, given] of Object.entries(mapping?.data ?? {})) put(given, `data ${field}`);
  put(mapping?.clientReference, 'clientReference');
  put(mapping?.pages, 'pages');
  return meanings;
}

/** Several columns of one meaning are joined, as a first and a last name are. */
function mappingOf(meanings: readonly string[]): Mapping {
  const columnsOf = (meaning: string) => meanings.flatMap((one, i) => (one === meaning ? [i + 1] : []));
  const named = (meaning: string) => {
    const columns = columnsOf(meaning);
    return columns.length === 1 ? columns[0] : columns;
  };
  const recipient = Object.fromEntries(
    recipientFields.filter((field) => meanings.includes(field)).map((field) => [field, named(field)]),
  );
  const byLines = lines.flatMap((number) => columnsOf(`line ${number}`));
  const data = Object.fromEntries(
    [...new Set(meanings.filter((meaning) => meaning.startsWith('data ')))].map((meaning) => [
      meaning.slice('data '.length),
      named(meaning),
    ]),
  );
  return {
    ...(byLines.length > 0 ? { recipientLines: byLines } : { recipient }),
    ...(Object.keys(data).length > 0 && { data }),
    ...(meanings.includes('clientReference') && { clientReference: named('clientReference') }),
    ...(meanings.includes('pages') && { pages: columnsOf('pages')[0] }),
  } as Mapping;
}
