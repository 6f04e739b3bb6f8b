import { NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Schemas } from '../../api/client.ts';
import { slipLines } from './declared-and-found.ts';
import { because, FloorAction } from './FloorAction.tsx';

/** The carrier's stamped slip typed in, with what that would settle worked out beforehand. */
export function AcknowledgeDialog({ deposit, onClose }: { deposit: Schemas['DepositWhole']; onClose: () => void }) {
  const { t } = useTranslation('floor');
  const lines = slipLines(deposit.declared, null);
  const [stamp, setStamp] = useState('');
  const [counts, setCounts] = useState(() => lines.map(({ declared }) => declared));
  const [missing, setMissing] = useState('');
  const [refused, setRefused] = useState('');
  const codesIn = (text: string) => text.split(/\s+/).filter((code) => code !== '');
  const acceptedAt = stamp === '' || Number.isNaN(Date.parse(stamp)) ? undefined : new Date(stamp).toISOString();
  const slip = (reason: string) => ({
    acceptedAt: acceptedAt ?? '',
    found: lines.map(({ product, band }, i) => ({ product, band, count: counts[i] ?? 0 })),
    missing: codesIn(missing),
    refused: codesIn(refused).map((windowCode) => ({ windowCode, reason: 'refused_by_carrier' })),
    reason,
  });
  return (
    <FloorAction
      title={t('deposits.acknowledge')}
      intended={acceptedAt === undefined ? undefined : { action: 'acknowledge', id: deposit.id, body: slip('preview') }}
      reasons={['no_file', 'carrier_told']}
      confirm={t('deposits.acknowledge')}
      run={(input) =>
        http.POST('/v1/site/deposits/{id}/acknowledgement', {
          params: { path: { id: deposit.id } },
          body: { ...slip(input.reason), ...because(input) },
          headers: input.once,
        })
      }
      onClose={onClose}
    >
      <Stack gap="xs">
        <TextInput
          type="datetime-local"
          label={t('deposits.stampAt')}
          description={t('deposits.acknowledgeText')}
          value={stamp}
          onChange={(event) => setStamp(event.currentTarget.value)}
          required
          data-autofocus
        />
        {lines.map(({ product, band }, i) => (
          <NumberInput
            key={`${product} ${band}`}
            label={`${t('deposits.found')} : ${product} ≤ ${band} g`}
            min={0}
            allowDecimal={false}
            value={counts[i] ?? 0}
            onChange={(value) => setCounts(counts.map((count, j) => (j === i ? Number(value) : count)))}
          />
        ))}
        <Textarea
          label={t('deposits.missing')}
          value={missing}
          onChange={(event) => setMissing(event.currentTarget.value)}
          autosize
        />
        <Textarea
          label={t('deposits.refusedCodes')}
          value={refused}
          onChange={(event) => setRefused(event.currentTarget.value)}
          autosize
        />
      </Stack>
    </FloorAction>
  );
}
