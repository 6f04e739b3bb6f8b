import type { OpeningHours } from './opening-hours.ts';

/** How the provider answers those who ask for help. A dated profile: what is owed is judged by the version of its day. */
export type SupportProfile = {
  hours: OpeningHours;
  /** Opening time within which a question is answered, seconds. */
  answerSeconds: number;
  /** Opening time after which a question that nobody answered calls somebody again, seconds. */
  callAgainSeconds: number;
  /** Days of silence after an answer until its ticket closes. */
  silenceDays: number;
  /** Days for which the texts of a closed ticket are kept; until then it may be opened again. */
  keepDays: number;
};

const HOUR = 3600;
const office = [
  { from: '09:00', to: '12:30' },
  { from: '13:30', to: '18:00' },
];

/**
 * What holds until a version is added: office hours of metropolitan France, the first answer within 4 hours of opening time (the
 * promise of a French provider of hybrid mail), called again after each further 4, closed after 14 days of silence, kept for a year.
 */
export const usualSupport: SupportProfile = {
  hours: {
    timeZone: 'Europe/Paris',
    week: [office, office, office, office, office, [], []],
    holidays: 'FR',
    closed: [],
    special: [],
  },
  answerSeconds: 4 * HOUR,
  callAgainSeconds: 4 * HOUR,
  silenceDays: 14,
  keepDays: 365,
};
