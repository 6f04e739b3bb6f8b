/** Problems of questions to support. */
export const supportProblems = {
  ticket_in_other_state: {
    status: 409,
    title: 'The ticket is in another state',
    means:
      'It was answered, closed or erased meanwhile, and what was asked is not possible in its state; the detail names it.',
    mend: 'Read it again and decide anew. Whoever asked opens a closed one again by writing; after its texts are erased, open a new one.',
  },
  hours_never_open: {
    status: 422,
    title: 'Support is never open',
    means: 'The opening hours have no open day, so that no answer could ever be due.',
    mend: 'Give a weekday, or a day of its own, its hours.',
  },
} as const;
