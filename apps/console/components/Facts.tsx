import type { ReactNode } from 'react';
import classes from './Facts.module.css';

export interface Fact {
  readonly name: string;
  /** Nothing when it is null, undefined or false: the fact is left out. */
  readonly value: ReactNode;
}

/** What is known of a thing: names and values. Facts without a value are left out. */
export function Facts({ of }: { of: readonly Fact[] }) {
  const known = of.filter(({ value }) => value !== null && value !== undefined && value !== false && value !== '');
  return (
    <dl className={classes.facts}>
      {known.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
