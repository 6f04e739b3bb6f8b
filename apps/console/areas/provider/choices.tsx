import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';

/** The print rooms, as options and by id. */
export function useSites() {
  const { data } = api.useQuery('get', '/v1/provider/sites', { params: { query: { limit: 200 } } });
  const rows: readonly Schemas['Site'][] = data?.rows ?? [];
  return {
    options: rows.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` })),
    nameOf: (id: string) => rows.find((row) => row.id === id)?.code ?? id,
    of: (id: string | null) => rows.find((row) => row.id === id),
  };
}

/** The accounts, as options and by id. */
export function useAccounts() {
  const { data } = api.useQuery('get', '/v1/provider/accounts', { params: { query: { limit: 200 } } });
  const rows: readonly Schemas['Account'][] = data?.rows ?? [];
  return {
    options: rows.map(({ id, name }) => ({ value: id, label: name })),
    nameOf: (id: string) => rows.find((row) => row.id === id)?.name ?? id,
  };
}

/** A filter that stands in the page's address. */
export function useFilter(name: string): [string | undefined, (value: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  return [
    search.get(name) ?? undefined,
    (value) =>
      setSearch(
        (now) => {
          const next = new URLSearchParams(now);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
  ];
}

/** Chooses the print room of a list. */
export function SiteFilter({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (value: string | null) => void;
}) {
  const { t } = useTranslation('provider');
  const sites = useSites();
  return (
    <Select
      label={t('site')}
      w={240}
      searchable
      data={[{ value: '', label: t('all') }, ...sites.options]}
      value={value ?? ''}
      onChange={onChange}
    />
  );
}

/** From when a version holds, by the clock of who writes it; '' is now. */
export function FromField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('provider');
  return (
    <TextInput
      type="datetime-local"
      label={t('from')}
      description={t('fromHint')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** As the API takes it: left out for now. */
export const fromOf = (value: string): { validFrom?: string } =>
  value === '' ? {} : { validFrom: new Date(value).toISOString() };
