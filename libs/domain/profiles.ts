import { MailError } from './mail-error.ts';
import type { LocalDate, LocalTime } from './local-date.ts';
import type { FormingRules } from './planning.ts';

/** Regions whose public holidays are known; those of Alsace-Moselle and overseas have some of their own. */
export const holidayRegions = [
  'none',
  'FR',
  'FR-57',
  'FR-67',
  'FR-68',
  'FR-GP',
  'FR-MQ',
  'FR-GF',
  'FR-RE',
  'FR-YT',
  'FR-BL',
  'FR-MF',
] as const;
export type HolidayRegion = (typeof holidayRegions)[number];

/** When a place works: weekdays (1 Monday … 7 Sunday), hours, public holidays, and its own closed and open days. */
export type WorkCalendar = {
  timeZone: string;
  weekdays: readonly number[];
  hours: { from: LocalTime; to: LocalTime };
  holidays: HolidayRegion;
  closed: readonly LocalDate[];
  open: readonly LocalDate[];
};

/** Where and until when the carrier takes deposits of the day. */
export type DepositPoint = WorkCalendar & { limit: LocalTime };

/** When deposits leave the site: at hours of its working days, or (demonstration) every so many seconds on every day. */
export type DepositSlots = { kind: 'daily'; times: readonly LocalTime[] } | { kind: 'every'; seconds: number };

export const traySealings = ['automatic', 'by_operator'] as const;
export type TraySealing = (typeof traySealings)[number];

/** From which moment the content of a letter may be erased: a reprint needs its bytes until the deposit is accepted. */
export const eraseStarts = ['printed', 'lot_closed', 'deposit_accepted'] as const;
export type EraseStart = (typeof eraseStarts)[number];

/** One version of a site's profile: everything about its time and sizes that a site may change. Durations in seconds. */
export type SiteProfile = {
  name: string;
  /** The three calendars: the site, the carrier's deposit point, the carrier's delivery (in France Saturday counts). */
  site: WorkCalendar;
  depositPoint: DepositPoint;
  delivery: WorkCalendar;
  lots: FormingRules;
  depositSlots: DepositSlots;
  /** Who seals a tray once every piece planned for it is in: the process when its lot closes, or a person. */
  traySealing: TraySealing;
  /** How long before the truck leaves each step must be done; counted backwards in the site's hours. */
  lead: { printSeconds: number; insertSeconds: number; sealSeconds: number; transportSeconds: number };
  /** How long each waiting state may last before somebody is called. */
  deadlines: {
    composeSeconds: number;
    printSeconds: number;
    insertSeconds: number;
    reconcileSeconds: number;
    suspectSeconds: number;
    divertedSeconds: number;
    acknowledgementSeconds: number;
    differenceCaseSeconds: number;
  };
  tracking: {
    /** Between two questions to the carrier about one item. */
    pollSeconds: number;
    /** A tracked letter without an ending event after this is overdue. */
    deliverySeconds: number;
    /** An untracked letter that has not come back by then ends as "no return seen". */
    noReturnSeconds: number;
  };
  erase: { start: EraseStart; hours: number };
  /** How long what nobody uses is kept. */
  keep: KeepDays;
  /** How long a revealed address and page stay visible to the operator who asked; five minutes when left out. */
  revealSeconds?: number | undefined;
};

/** Days until what nobody uses is erased: a document without a letter, a draft left alone, a letterhead no letter was written on. */
export type KeepDays = { unusedDocument: number; draft: number; letterhead: number };

/** What a profile that says nothing of it means, and what holds for an account that no print room serves yet. */
export const defaultKeepDays: KeepDays = { unusedDocument: 30, draft: 30, letterhead: 400 };

/** A profile that says nothing of revealing lets a letter be seen for so long. */
export const REVEAL_SECONDS = 300;

/** A version of dated data, valid from a day until the next version begins. */
export type DatedVersion = { validFrom: LocalDate };

/** The version that holds on a day: the latest that has begun; `profile_not_valid` when none has. */
export function versionAt<T extends DatedVersion>(versions: readonly T[], day: LocalDate): T {
  const begun = versions.filter(({ validFrom }) => validFrom <= day);
  const [first, ...others] = begun;
  if (!first)
    throw new MailError(
      'profile_not_valid',
      `No version of this profile is valid on ${day}. Add one that begins by then.`,
    );
  // Of two that begin the same day the one added later holds: it corrects the other.
  return others.reduce((latest, version) => (version.validFrom >= latest.validFrom ? version : latest), first);
}
