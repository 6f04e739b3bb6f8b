/** Problems of the auditor's pages. */
export const auditProblems = {
  stream_not_of_letter: {
    status: 422,
    title: 'This stream tells nothing of the letter',
    means: 'A stretch is read for the check of a letter: of a stream in which an event is about it.',
    mend: 'Take a stream that the letter’s ledger names.',
  },
  histories_away: {
    status: 503,
    title: 'The histories cannot be read now',
    means:
      'Temporal, which keeps the histories of processes, does not answer, or TEMPORAL_ADDRESS is not right. The ledger is whole without it.',
    mend: 'Try again in a moment; if it stays so, ask the provider.',
  },
  history_not_kept: {
    status: 404,
    title: 'The history is kept no more',
    means:
      'Temporal keeps the history of a process that has ended for a time that the provider sets; this one’s is over.',
    mend: 'What the process did stands in the ledger, with its run and the hash of its program.',
  },
} as const;
