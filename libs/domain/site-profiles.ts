import { defaultKeepDays, type SiteProfile, type WorkCalendar } from './profiles.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const always: WorkCalendar = {
  timeZone: 'Europe/Paris',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  hours: { from: '00:00', to: '24:00' },
  holidays: 'none',
  closed: [],
  open: [],
};

/** The demonstration: open at all hours, every day, and everything in seconds. No clock is accelerated. */
export const demonstrationProfile: SiteProfile = {
  name: 'demonstration',
  site: always,
  depositPoint: { ...always, limit: '24:00' },
  delivery: always,
  lots: {
    maxPieces: 200,
    maxSheets: 2000,
    maxTrays: 4,
    tray: { maxPieces: 120, lengthMm: 400 },
    maxWaitSeconds: 3,
    minimumPieces: 1,
    lotsPerWave: 10,
  },
  depositSlots: { kind: 'every', seconds: 10 },
  traySealing: 'automatic',
  lead: { printSeconds: 4, insertSeconds: 4, sealSeconds: 1, transportSeconds: 0 },
  deadlines: {
    composeSeconds: 2 * minute,
    printSeconds: 2 * minute,
    insertSeconds: 2 * minute,
    reconcileSeconds: 2 * minute,
    suspectSeconds: 5 * minute,
    divertedSeconds: 5 * minute,
    acknowledgementSeconds: 2 * minute,
    differenceCaseSeconds: 5 * minute,
  },
  tracking: { pollSeconds: 5, deliverySeconds: 10 * minute, noReturnSeconds: 20 },
  erase: { start: 'deposit_accepted', hours: 0.01 },
  keep: defaultKeepDays,
};

/**
 * A French print room of ordinary size: two shifts on weekdays, one truck before noon and one in the afternoon, the carrier's counter
 * until 18:00 from Monday to Friday, delivery also on Saturday, erasing 12 hours after the deposit is accepted (the longest a
 * Swiss provider allows itself after printing).
 */
export const frenchPrintRoomProfile: SiteProfile = {
  name: 'french-print-room',
  site: { ...always, weekdays: [1, 2, 3, 4, 5], hours: { from: '06:00', to: '20:00' }, holidays: 'FR' },
  depositPoint: {
    ...always,
    weekdays: [1, 2, 3, 4, 5],
    hours: { from: '08:00', to: '18:00' },
    holidays: 'FR',
    limit: '18:00',
  },
  delivery: { ...always, weekdays: [1, 2, 3, 4, 5, 6], hours: { from: '08:00', to: '17:00' }, holidays: 'FR' },
  lots: {
    maxPieces: 1000,
    maxSheets: 3000,
    maxTrays: 8,
    tray: { maxPieces: 400, lengthMm: 400 },
    maxWaitSeconds: 2 * hour,
    minimumPieces: 20,
    lotsPerWave: 10,
  },
  depositSlots: { kind: 'daily', times: ['11:30', '16:30'] },
  traySealing: 'by_operator',
  lead: {
    printSeconds: 60 * minute,
    insertSeconds: 90 * minute,
    sealSeconds: 30 * minute,
    transportSeconds: 30 * minute,
  },
  deadlines: {
    composeSeconds: hour,
    printSeconds: 2 * hour,
    insertSeconds: 3 * hour,
    reconcileSeconds: hour,
    suspectSeconds: 4 * hour,
    divertedSeconds: 4 * hour,
    acknowledgementSeconds: day,
    differenceCaseSeconds: 5 * day,
  },
  tracking: { pollSeconds: 2 * hour, deliverySeconds: 30 * day, noReturnSeconds: 60 * day },
  erase: { start: 'deposit_accepted', hours: 12 },
  keep: defaultKeepDays,
};
