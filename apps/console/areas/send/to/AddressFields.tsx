import { Fieldset, SegmentedControl, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countriesByFields } from '#domain/addresses/countries';
import { isoCountries, overseasOfFrance } from '#domain/addresses/iso-countries';
import type { Schemas } from '../../../api/client.ts';

export type Address = NonNullable<NonNullable<Schemas['Preparation']['to']>['address']>;
type Field =
  | 'organisation'
  | 'name'
  | 'deliveryPoint'
  | 'building'
  | 'streetNumber'
  | 'street'
  | 'box'
  | 'locality'
  | 'region'
  | 'postcode'
  | 'town'
  | 'cedex';

const MOST = 100;

/** An address field by field, as its country takes it. */
export function AddressFields(props: {
  readonly legend: string;
  readonly address: Address;
  readonly onChange: (address: Address) => void;
}) {
  const { legend, address, onChange } = props;
  const { t, i18n } = useTranslation('send');
  const country = address.country ?? 'FR';
  const byFields = countriesByFields.includes(country);
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames([i18n.language], { type: 'region' });
    return [...isoCountries]
      .filter((code) => !overseasOfFrance.has(code))
      .map((value) => ({ value, label: names.of(value) ?? value }))
      .sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  }, [i18n.language]);
  const set = (change: Partial<Address>) => onChange({ ...address, ...change });
  const field = (name: Field) => (
    <TextInput
      label={t(`to.field.${name}`)}
      value={address[name] ?? ''}
      maxLength={MOST}
      autoComplete="off"
      onChange={({ currentTarget: { value } }) =>
        set({ [name]: name === 'postcode' || name === 'town' ? value : value || undefined })
      }
    />
  );
  return (
    <Fieldset legend={legend}>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t('to.kind')}
          value={address.kind}
          onChange={(kind) => set({ kind: kind as Address['kind'] })}
          data={[
            { value: 'person', label: t('to.person') },
            { value: 'organisation', label: t('to.organisation') },
          ]}
        />
        {address.kind === 'organisation' && field('organisation')}
        {field('name')}
        {byFields ? (
          <>
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              {field('deliveryPoint')}
              {field('building')}
            </SimpleGrid>
            <div style={{ display: 'grid', gridTemplateColumns: 'minmax(5rem, 1fr) 3fr', gap: '0.75rem' }}>
              {field('streetNumber')}
              {field('street')}
            </div>
            {country === 'BE' && field('box')}
            {field('locality')}
            <div style={{ display: 'grid', gridTemplateColumns: 'minmax(6rem, 1fr) 3fr', gap: '0.75rem' }}>
              {field('postcode')}
              {field('town')}
            </div>
            {country === 'FR' && address.cedex !== undefined && field('cedex')}
            {['IT', 'ES'].includes(country) && field('region')}
          </>
        ) : (
          <Textarea
            label={t('to.field.lines')}
            autosize
            minRows={3}
            value={(address.lines ?? []).join('\n')}
            onChange={({ currentTarget: { value } }) =>
              set({ lines: value === '' ? undefined : value.split('\n').slice(0, 5) })
            }
          />
        )}
        <Select
          label={t('to.field.country')}
          searchable
          value={country}
          data={countries}
          onChange={(code) =>
            code && set({ country: code, ...(countriesByFields.includes(code) && { lines: undefined }) })
          }
        />
      </Stack>
    </Fieldset>
  );
}
