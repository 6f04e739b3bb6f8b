/** Problems of cutting one document into many letters. */
export const splittingProblems = {
  split_nothing_found: {
    status: 422,
    title: 'No letter begins anywhere',
    means: 'No page shows what letters are to begin with: that text in the zone, or that barcode.',
    mend: 'Look at the zone (mm from the top left), at startsWith or pattern, at the barcode format. A scan has no text.',
  },
  split_takes_too_long: {
    status: 422,
    title: 'Looking through the document takes too long',
    means: 'Barcodes are looked for in a picture of each page; a long document of full pages takes minutes.',
    mend: 'Name a small zone and one barcode format, or upload the document in smaller parts.',
  },
} as const;
