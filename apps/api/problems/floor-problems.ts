/** Problems of the print room's own routes. */
export const floorProblems = {
  piece_unknown: {
    status: 404,
    title: 'There is no such piece here',
    means: 'This print room has no piece of that id.',
    mend: 'Scan the window code again.',
  },
  finding_not_possible: {
    status: 409,
    title: 'This cannot be found about the piece now',
    means: 'The lot has left the machine at which that could be so.',
    mend: 'Tell what is true of it now, as the detail says.',
  },
  spoiled_sheets_too_many: {
    status: 409,
    title: 'More sheets are spoiled than were printed',
    means: 'With what was reported before, the sheets reported are more than the printer counted for the lot.',
    mend: 'Count again and report what the detail leaves; before the lot is printed there is nothing to report.',
  },
  tray_unknown: {
    status: 404,
    title: 'There is no such tray here',
    means: 'This print room has no tray of that id.',
    mend: 'Check the tray label.',
  },
  tray_not_open: {
    status: 409,
    title: 'The tray is not open',
    means: 'A sealed tray is immutable, and a piece goes into a tray of its own lot.',
    mend: 'Put the piece into an open tray of its lot.',
  },
  tray_not_complete: {
    status: 409,
    title: 'The tray is not complete',
    means: 'Pieces planned for it are still to come or to be resolved.',
    mend: 'Resolve them, then seal it.',
  },
  tray_holds_unmarked: {
    status: 409,
    title: 'Pieces of the tray lack a mark',
    means: 'A piece has no franking mark, or a registered one no coupon, on record.',
    mend: 'Check them, then seal it.',
  },
  site_without_carrier: {
    status: 409,
    title: 'The print room has no carrier',
    means: 'No carrier takes mail of that contract.',
    mend: 'The provider adds a device of the kind carrier.',
  },
  site_without_numbers: {
    status: 409,
    title: 'The print room counts none of these',
    means: 'It was not set up to number its lots, trays and deposits.',
    mend: 'The provider sets it up again.',
  },
  slip_not_written: {
    status: 409,
    title: 'The slip is not written yet',
    means: 'It is written when the deposit closes at its slot.',
    mend: 'Ask again after Retry-After.',
  },
} as const;
