import { Button, Checkbox, NumberInput, Paper, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconCut } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, http } from '../../../api/client.ts';
import { ProblemNote } from '../../../api/ProblemNote.tsx';
import { Columns } from '../../../components/Columns.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { FoundLetters } from './FoundLetters.tsx';
import { requestOf, usualWay, type Split, type Way } from './split-way.ts';
import { ZoneField, ZonePicture } from './ZoneField.tsx';

const kinds = ['text', 'barcode', 'pages'] as const;

/** How the letters of a document are told apart, and which were found so. */
export function SplitDocument({ documentId }: { documentId: string }) {
  const { t } = useTranslation('send');
  const params = { path: { id: documentId } };
  const document = api.useQuery('get', '/v1/documents/{id}', { params });
  const [way, setWay] = useState<Way>(usualWay);
  const [page, setPage] = useState(1);
  // A field that is left says its value once more: what changes nothing is no change.
  const change = (to: (before: Way) => Partial<Way>) =>
    setWay((before) => {
      const after = { ...before, ...to(before) };
      return JSON.stringify(after) === JSON.stringify(before) ? before : after;
    });
  const split = useMutation({
    mutationFn: async (by: Way) =>
      (await http.POST('/v1/documents/{id}/split', { params, body: requestOf(by) })).data as Split,
  });
  // What was found another way is not what would be sent.
  const found = split.variables === way ? split : undefined;
  const hasZone = way.kind === 'text' || (way.kind === 'barcode' && !way.anywhere);
  return (
    <Loaded query={document}>
      {({ name, pages }) => (
        <Stack gap="lg">
          <Columns
            main={
              <Paper p="md" component="section" aria-label={t('split.how')}>
                <Stack gap="md">
                  <Text fw={560}>
                    {name ?? t('what.unnamed')} · {t('what.pages', { count: pages })}
                  </Text>
                  <SegmentedControl
                    aria-label={t('split.how')}
                    value={way.kind}
                    onChange={(kind) => change(() => ({ kind: kind as Way['kind'] }))}
                    data={kinds.map((value) => ({ value, label: t(`split.by.${value}`) }))}
                  />
                  <Text size="sm">{t(`split.explain.${way.kind}`)}</Text>
                  {way.kind === 'pages' && (
                    <NumberInput
                      label={t('split.every')}
                      min={1}
                      max={100}
                      maw="12rem"
                      value={way.every}
                      onChange={(every) => typeof every === 'number' && change(() => ({ every }))}
                    />
                  )}
                  {way.kind === 'text' && (
                    <TextInput
                      label={t('split.pattern')}
                      description={t('split.patternHint')}
                      maxLength={100}
                      maw="26rem"
                      value={way.pattern}
                      onChange={({ currentTarget: { value } }) => change(() => ({ pattern: value }))}
                    />
                  )}
                  {way.kind === 'barcode' && (
                    <>
                      <TextInput
                        label={t('split.startsWith')}
                        description={t('split.startsWithHint')}
                        maxLength={100}
                        maw="26rem"
                        value={way.startsWith}
                        onChange={({ currentTarget: { value } }) => change(() => ({ startsWith: value }))}
                      />
                      <Checkbox
                        label={t('split.anywhere')}
                        description={t('split.anywhereHint')}
                        checked={way.anywhere}
                        onChange={({ currentTarget: { checked } }) => change(() => ({ anywhere: checked }))}
                      />
                    </>
                  )}
                  {hasZone && (
                    <ZoneField
                      zone={way.zone}
                      onChange={(part) => change(({ zone }) => ({ zone: { ...zone, ...part } }))}
                    />
                  )}
                  {way.kind !== 'pages' && (
                    <Checkbox
                      label={t('split.separators')}
                      checked={way.separators}
                      onChange={({ currentTarget: { checked } }) => change(() => ({ separators: checked }))}
                    />
                  )}
                  {found?.error && <ProblemNote error={found.error} />}
                  <Button
                    w="fit-content"
                    leftSection={<IconCut size={16} aria-hidden />}
                    loading={found?.isPending}
                    onClick={() => split.mutate(way)}
                  >
                    {t('split.find')}
                  </Button>
                </Stack>
              </Paper>
            }
            side={
              <ZonePicture
                documentId={documentId}
                page={page}
                pages={pages}
                onPage={setPage}
                zone={hasZone ? way.zone : undefined}
                onZone={(zone) => change(() => ({ zone }))}
              />
            }
          />
          {found?.data && <FoundLetters of={found.data} />}
        </Stack>
      )}
    </Loaded>
  );
}
