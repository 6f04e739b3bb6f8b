import type { IconProps } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import classes from './Sign.module.css';

/** How urgent something is: quiet (rests), calm (waits in time), busy (moves), good, warn (a person should look), bad. */
export type Tone = 'quiet' | 'calm' | 'busy' | 'good' | 'warn' | 'bad';

/** A small sign of an icon and a word: a state, a mode, a kind. */
export function Sign({
  tone,
  icon: Icon,
  children,
}: {
  tone: Tone;
  icon?: ComponentType<IconProps> | undefined;
  children: ReactNode;
}) {
  return (
    <span className={classes.sign} data-tone={tone}>
      {Icon && <Icon size={14} stroke={2} aria-hidden />}
      {children}
    </span>
  );
}
