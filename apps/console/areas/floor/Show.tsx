import { SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFloorWords } from './floor-words.ts';
import type { Filters } from './list-filters.ts';

/** The choice between what a list usually shows and all; what a number of the board asked for stands beside it in words. */
export function Show<Name extends string>({
  filters,
  usual,
  all,
  of,
}: {
  filters: Filters<Name>;
  usual: string;
  all: string;
  of: string;
}) {
  const { t } = useTranslation('floor');
  const words = useGivenWords(of)(filters.showing === 'given' ? filters.query : {});
  return (
    <>
      <SegmentedControl
        size="xs"
        data={[
          { value: 'usual', label: usual },
          { value: 'all', label: all },
        ]}
        value={filters.showing === 'given' ? '' : filters.showing}
        onChange={(value) => filters.show(value as 'usual' | 'all')}
        aria-label={t('lots.show')}
      />
      {words !== '' && (
        <Text size="sm" fw={560}>
          {words}
        </Text>
      )}
    </>
  );
}

function useGivenWords(of: string) {
  const { t } = useTranslation('floor');
  const { state, reason } = useFloorWords();
  const wordOf = (name: string, value: string): string | undefined => {
    switch (name) {
      case 'state':
        return state(of, value);
      case 'standing':
        return t(`standing.${value as 'late'}`);
      case 'reason':
      case 'operatorReason':
        return reason(value);
      case 'firstOff':
        return `${t('lots.firstOff')} : ${reason(value)}`;
      case 'byHand':
        return value === 'true' ? t('trays.byHand') : undefined;
      case 'kind':
        return t(`cases.kind.${value as 'undeclared'}`);
      case 'leftOn':
      case 'dueBy':
        return value;
      default:
        return undefined;
    }
  };
  return (given: object): string =>
    Object.entries(given as Record<string, string>)
      .flatMap(([name, value]) => wordOf(name, value) ?? [])
      .join(' · ');
}
