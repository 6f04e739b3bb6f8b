import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft-state.tsx';
import { AddressAdvice } from './AddressAdvice.tsx';
import { AddressFields, type Address } from './AddressFields.tsx';
import { useAddressCheck, useReadLines } from './address-check.ts';

const nobody: Address = { kind: 'person', postcode: '', town: '', country: 'FR' };

/** One address: pasted as it is written, or typed by fields. What is in doubt is said; nothing is changed by itself. */
export function OneRecipient() {
  const { t } = useTranslation('send');
  const { preparation, prepare } = useDraft();
  const to = preparation.to ?? { way: 'one' as const };
  const address = to.address ?? nobody;
  const set = (change: Partial<typeof to>) => prepare({ to: { ...to, way: 'one', ...change } });
  const read = useReadLines((understood, lines) => set({ lines, address: understood }));
  const check = useAddressCheck(to.address);
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
      <Stack gap="md">
        <Textarea
          label={t('to.paste')}
          description={t('to.pasteHint')}
          autosize
          minRows={4}
          maxLength={1200}
          autoComplete="off"
          value={to.lines ?? ''}
          onChange={({ currentTarget: { value } }) => {
            set({ lines: value });
            read(value);
          }}
        />
        <AddressFields legend={t('to.fields')} address={address} onChange={(changed) => set({ address: changed })} />
        <TextInput
          label={t('to.reference')}
          description={t('to.referenceHint')}
          maxLength={60}
          maw="24rem"
          value={to.clientReference ?? ''}
          onChange={({ currentTarget: { value } }) => set({ clientReference: value || undefined })}
        />
      </Stack>
      <AddressAdvice check={check} address={address} onChange={(changed) => set({ address: changed })} />
    </SimpleGrid>
  );
}
