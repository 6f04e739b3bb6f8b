import { Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client.ts';
import { useDraft } from '../draft-state.tsx';
import { isBegun } from '../letter-of.ts';
import { AddressAdvice } from '../to/AddressAdvice.tsx';
import { AddressFields, type Address } from '../to/AddressFields.tsx';
import { useAddressCheck } from '../to/address-check.ts';

const nobody: Address = { kind: 'organisation', postcode: '', town: '', country: 'FR' };

/** Who sends: one of late, another address, or nobody where the service allows it. */
export function Sender({ late, isNeeded }: { late: Schemas['Choices']['senders']; isNeeded: boolean }) {
  const { t } = useTranslation('send');
  const { preparation, prepare } = useDraft();
  const { sender } = preparation;
  const known = late.findIndex((one) => JSON.stringify(one) === JSON.stringify(sender));
  const [isOther, setOther] = useState(sender !== undefined && known < 0);
  const check = useAddressCheck(isOther ? sender : undefined);
  const value = isOther ? 'other' : known >= 0 ? String(known) : '';
  return (
    <Stack gap="sm">
      <Select
        label={t('how.sender')}
        description={t(isNeeded ? 'how.senderNeeded' : 'how.senderHint')}
        withAsterisk={isNeeded}
        maw="36rem"
        value={value}
        data={[
          { value: '', label: t('how.senderNone') },
          ...(late.length > 0
            ? [{ group: t('how.senderLate'), items: late.map((one, i) => ({ value: String(i), label: nameOf(one) })) }]
            : []),
          { value: 'other', label: t('how.senderOther') },
        ]}
        onChange={(chosen) => {
          setOther(chosen === 'other');
          prepare({ sender: chosen === 'other' ? (sender ?? nobody) : chosen ? late[Number(chosen)] : undefined });
        }}
      />
      {isNeeded && (sender === undefined || !isBegun(sender)) && (
        <Text size="sm" c="var(--mantine-color-error)">
          {t('how.senderNeeded')}
        </Text>
      )}
      {isOther && (
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(17rem, 1fr))', gap: '1.5rem' }}>
          <AddressFields
            legend={t('how.sender')}
            address={sender ?? nobody}
            onChange={(changed) => prepare({ sender: changed })}
          />
          <AddressAdvice
            check={check}
            address={sender ?? nobody}
            onChange={(changed) => prepare({ sender: changed })}
          />
        </div>
      )}
    </Stack>
  );
}

const nameOf = ({ organisation, name, street, streetNumber, postcode, town }: Address): string =>
  [organisation ?? name, [streetNumber, street].filter(Boolean).join(' '), `${postcode} ${town}`]
    .filter(Boolean)
    .join(', ');
