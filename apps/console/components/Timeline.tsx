import { Text } from '@mantine/core';
import { IconPointFilled, type IconProps } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { Moment } from './measures.tsx';
import type { Tone } from './Sign.tsx';
import classes from './Timeline.module.css';

export interface Happening {
  readonly key: string;
  /** null: still to come, without a time. */
  readonly at: string | null;
  readonly words: ReactNode;
  /** Who, with which device, at which attempt: what stands below. */
  readonly detail?: ReactNode;
  readonly tone?: Tone;
  readonly icon?: ComponentType<IconProps>;
  /** Planned or due, not happened. */
  readonly isAhead?: boolean;
}

/** What happened, oldest first, and what is still to come. */
export function Timeline({ of, label }: { of: readonly Happening[]; label: string }) {
  return (
    <ol className={classes.line} aria-label={label}>
      {of.map(({ key, at, words, detail, tone = 'calm', icon: Icon = IconPointFilled, isAhead = false }) => (
        <li key={key} data-tone={tone} data-ahead={isAhead || undefined}>
          <span className={classes.dot} aria-hidden>
            <Icon size={14} stroke={2} />
          </span>
          <div className={classes.what}>
            <div>{words}</div>
            {detail !== undefined && (
              <Text size="xs" c="dimmed" component="div">
                {detail}
              </Text>
            )}
          </div>
          {at !== null && (
            <Text size="xs" c="dimmed" className={classes.when ?? ''} component="div">
              <Moment at={at} />
            </Text>
          )}
        </li>
      ))}
    </ol>
  );
}
