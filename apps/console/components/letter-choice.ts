import { useSearchParams } from 'react-router';
import { letterStates, type LetterState } from '#domain/life-cycles';
import { serviceNames, type ServiceName } from '#domain/services';

/** Which letters, as history and statistics choose them alike; it stands in the address of the page. */
export interface LetterChoice {
  from?: string;
  to?: string;
  service?: ServiceName;
  state?: CountedState;
  sent?: 'true' | 'false';
  content?: 'template' | 'document';
  envelope?: 'C4' | 'C5' | 'C5/6' | 'none';
  costCentre?: string;
  personId?: string;
  orderId?: string;
}
export type CountedState = Exclude<LetterState, 'draft' | 'deleted'>;

export const countedStates = (Object.keys(letterStates) as LetterState[]).filter(
  (state): state is CountedState => state !== 'draft' && state !== 'deleted',
);
const day = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a choice from an address; what it does not know is left out. */
export function choiceOf(search: URLSearchParams): LetterChoice {
  const text = (name: string) => search.get(name) ?? undefined;
  const one = <T extends string>(name: string, of: readonly T[]) => of.find((value) => value === search.get(name));
  const dated = (name: string) => (day.test(text(name) ?? '') ? text(name) : undefined);
  const choice = {
    from: dated('from'),
    to: dated('to'),
    service: one('service', serviceNames),
    state: one('state', countedStates),
    sent: one('sent', ['true', 'false']),
    content: one('content', ['template', 'document']),
    envelope: one('envelope', ['C4', 'C5', 'C5/6', 'none']),
    costCentre: text('costCentre'),
    personId: text('personId'),
    orderId: text('orderId'),
  };
  return Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined)) as LetterChoice;
}

/** Of a choice what statistics can be asked for too: they count nobody's letters apart, nor an order's. */
export function countedChoiceOf(choice: LetterChoice): Omit<LetterChoice, 'orderId' | 'personId'> {
  const counted = { ...choice };
  delete counted.orderId;
  delete counted.personId;
  return counted;
}

/** The choice as a part of an address, `from=…&state=…`. */
export function addressOf(choice: LetterChoice): string {
  return new URLSearchParams(
    Object.entries(choice).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
}

/** The choice in this page's address, and how to change it: a value of undefined takes a filter away. */
export function useLetterChoice(): [
  LetterChoice,
  (change: { [K in keyof LetterChoice]?: LetterChoice[K] | undefined }) => void,
] {
  const [search, setSearch] = useSearchParams();
  return [
    choiceOf(search),
    (change) =>
      setSearch(
        (now) => {
          const next = new URLSearchParams(now);
          for (const [name, value] of Object.entries(change))
            if (value === undefined) next.delete(name);
            else next.set(name, String(value));
          return next;
        },
        { replace: true },
      ),
  ];
}

const pad = (value: number) => String(value).padStart(2, '0');
export const dayOf = (date: Date): string => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

/** Periods that people ask for, as first and last day. */
export const periods = {
  month: (now: Date) => [new Date(now.getFullYear(), now.getMonth(), 1), now],
  lastMonth: (now: Date) => [
    new Date(now.getFullYear(), now.getMonth() - 1, 1),
    new Date(now.getFullYear(), now.getMonth(), 0),
  ],
  year: (now: Date) => [new Date(now.getFullYear(), 0, 1), now],
  twelve: (now: Date) => [new Date(now.getFullYear(), now.getMonth() - 11, 1), now],
} as const satisfies Record<string, (now: Date) => readonly [Date, Date]>;
export type PeriodName = keyof typeof periods;

export function periodOf(name: PeriodName, now = new Date()): { from: string; to: string } {
  const [from, to] = periods[name](now);
  return { from: dayOf(from), to: dayOf(to) };
}

/** The first and last day of a month `2027-03`. */
export function daysOfMonth(month: string): { from: string; to: string } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: `${month}-01`, to: dayOf(new Date(year, number, 0)) };
}
