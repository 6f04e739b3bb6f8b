/** Problems of masking, first-offs and the end of the day. */
export const supervisionProblems = {
  reveal_needed: {
    status: 403,
    title: 'The letter is masked',
    means: 'Address and pages are shown only to who has said why, and this caller has not.',
    mend: 'Reveal the letter with a reason: POST /v1/site/letters/{id}/reveal.',
  },
  reveal_over: {
    status: 403,
    title: 'The time to see this letter is over',
    means: 'A reveal lasts for the minutes that the site’s profile says.',
    mend: 'Reveal it again, with a reason, if you still need to see it.',
  },
  first_off_of_other_lot: {
    status: 409,
    title: 'The envelope is of another lot',
    means: 'The scanned window code does not belong to this lot.',
    mend: 'Scan the first closed envelope of the lot.',
  },
  first_off_not_possible: {
    status: 409,
    title: 'There is no closed envelope to look at',
    means: 'The lot has not reached the inserter, or the envelope has left.',
    mend: 'Sign once the first envelope of the lot is closed.',
  },
  day_not_come: {
    status: 409,
    title: 'That day has not come',
    means: 'By the calendar of the site it lies ahead.',
    mend: 'Close it when it ends.',
  },
  day_closed: {
    status: 409,
    title: 'The day is signed already',
    means: 'A day is closed once.',
    mend: 'What came after belongs to the next day.',
  },
  day_not_explained: {
    status: 409,
    title: 'Something open is not explained',
    means: 'Every piece due is accepted, or explained with a new date and an owner, before a day is signed.',
    mend: 'Settle what the detail names, or give for each a reason, a day after today and an owner.',
  },
};
