/** Problems of uploaded documents. */
export const documentProblems = {
  document_unknown: {
    status: 422,
    title: 'There is no such document',
    means: 'It does not exist in this account and mode, or was erased.',
    mend: 'Upload it again and use the new id.',
  },
  document_unreadable: {
    status: 422,
    title: 'The PDF cannot be read',
    means: 'Two programs must read it alike; one of them could not, or it is no PDF.',
    mend: 'Export it again, best as PDF/A.',
  },
  document_encrypted: {
    status: 422,
    title: 'The PDF is protected',
    means: 'It has a password or restricted rights.',
    mend: 'Save it without protection.',
  },
  document_too_large: {
    status: 413,
    title: 'The PDF is too large',
    means: 'It has more bytes than the provider takes.',
    mend: 'Reduce the resolution of its images.',
  },
  document_too_many_pages: {
    status: 422,
    title: 'The PDF has too many pages',
    means: 'It has more pages than a letter takes.',
    mend: 'Send it in several letters.',
  },
  document_empty: {
    status: 422,
    title: 'The PDF has no page',
    means: 'There is nothing to print.',
    mend: 'Export it again.',
  },
  document_too_heavy: {
    status: 422,
    title: 'The PDF takes too much time or memory',
    means: 'It unpacks to something far larger than a letter.',
    mend: 'Export it again with simpler drawings.',
  },
  document_has_hidden_layers: {
    status: 422,
    title: 'The PDF has layers that can be switched',
    means: 'What is printed would depend on the program that prints it.',
    mend: 'Export it without layers.',
  },
  page_not_a4: {
    status: 422,
    title: 'A page is not A4',
    means: 'Print rooms work on A4, upright.',
    mend: 'Export the page that the detail names as A4.',
  },
} as const;
