/** Problems of drafts and of repeating a former order. */
export const draftProblems = {
  draft_of_several: {
    status: 409,
    title: 'The draft has several letters',
    means: 'It was to become a letter to one recipient, and it holds letters to others.',
    mend: 'Change one of its letters by its id, or take the others out.',
  },
  order_too_large_to_repeat: {
    status: 422,
    title: 'The order is too large to be repeated',
    means: 'So many letters are not taken over in one call.',
    mend: 'Make an order and send its file of recipients again.',
  },
} as const;
