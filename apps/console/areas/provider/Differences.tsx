import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Differences.module.css';
import { around, diffLines } from './line-diff.ts';

/** What differs between two texts, line by line: a sign before each, so that no colour is needed. */
export function Differences({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation('provider');
  const lines = diffLines(before, after);
  const changed = lines.filter(({ sign }) => sign !== ' ').length;
  if (changed === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('profiles.same')}
      </Text>
    );
  return (
    <div>
      <Text size="sm" c="dimmed" role="status">
        {t('profiles.changed', { count: changed })}
      </Text>
      <pre className={classes.lines} tabIndex={0} aria-label={t('profiles.diff')}>
        {around(lines).map(({ sign, text }, i) => (
          <div key={i} data-sign={sign}>
            {sign} {text}
          </div>
        ))}
      </pre>
    </div>
  );
}
