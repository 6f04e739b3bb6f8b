import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRightWords } from './right-words.ts';

/** Rights to be given and taken. What whoever gives does not hold can be taken, not given. */
export function RightsField({
  known,
  held,
  had = [],
  value,
  onChange,
}: {
  /** All that the desk knows. */
  known: readonly string[];
  /** Undefined: everything of this desk may be given. */
  held: ReadonlySet<string> | undefined;
  /** What the person has already. */
  had?: readonly string[];
  value: string[];
  onChange: (rights: string[]) => void;
}) {
  const { t } = useTranslation('people');
  const words = useRightWords();
  const all = [...new Set([...known, ...value])];
  return (
    <Checkbox.Group
      label={t('edit.rights')}
      description={held && t('edit.rightsHint')}
      value={value}
      onChange={onChange}
    >
      <Stack gap={6} mt="xs">
        {all.map((right) => (
          <Checkbox
            key={right}
            value={right}
            label={words(right)}
            disabled={held !== undefined && !held.has(right) && !had.includes(right)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
