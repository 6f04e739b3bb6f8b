/** Problems of previews. What is wrong with the letter itself has the codes of composing. */
export const previewProblems = {
  previews_too_many: {
    status: 429,
    title: 'Too many previews are being made',
    means: 'So many of this account are still in the making that more would only wait behind them.',
    mend: 'Wait until one of them is ready, then ask again.',
  },
  preview_not_ready: {
    status: 409,
    title: 'The preview is still being made',
    means: 'Its pages can be looked at once its state is `ready`; `waiting` and `trouble` say what it waits for.',
    mend: 'Ask for the preview with `?wait=10` until it is ready.',
  },
  preview_refused: {
    status: 409,
    title: 'The letter cannot be made, so there are no pages to look at',
    means: 'The preview’s `problems` say why, and where known on which page and at which place.',
    mend: 'Mend what they name and ask for another preview.',
  },
} as const;
