const steps: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** Days of the calendar from one moment to another, by this machine's midnights: Monday noon is two days after Saturday evening. */
const daysBetween = (from: Date, to: Date): number => {
  const midnight = (at: Date) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
  return (midnight(to) - midnight(from)) / 86_400_000;
};

/** How far a moment is from now, in the largest unit that fits: `in 2 hours`, `yesterday`, `now`. */
export function relative(moment: Date, now: Date, language: string): string {
  const seconds = (moment.getTime() - now.getTime()) / 1000;
  const [unit, size] = steps.find(([, each]) => Math.abs(seconds) >= each) ?? (['second', 1] as const);
  const many = unit === 'day' ? daysBetween(now, moment) : Math.trunc(seconds / size);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(many, unit);
}
