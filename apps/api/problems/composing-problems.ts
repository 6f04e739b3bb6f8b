/** Why a print room could not make a letter or a template's proof: the `reason` of an unprintable letter, or of a version not approved. */
export const composingProblems = {
  zone_not_empty: {
    status: 422,
    title: 'Something is printed where Pli sets the address or its marks',
    means:
      'The window block of page 1 and the left margin of every page are Pli’s; the reason text names page and place in millimetres.',
    mend: 'Leave that place empty in the template, add it as a new version and order the letter anew.',
  },
  other_address_in_window: {
    status: 422,
    title: 'The document shows somebody else’s address',
    means:
      'Where the window would be, its first page has another full address than that of the recipient on record, and the sender did not accept that.',
    mend: 'Make sure that document and recipient belong together; order the letter anew, with other_address_in_window in `accept` if they do.',
  },
  mark_zone_not_free: {
    status: 422,
    title: 'There is no free place for the sheet code',
    means: 'Each sheet carries a code in its left margin, and on this one all places for it are printed.',
    mend: 'Keep the left margin of the page empty and order the letter anew.',
  },
  compose_timeout: {
    status: 422,
    title: 'Laying out the letter takes too long',
    means: 'The browser did not finish its pages in the time a letter has.',
    mend: 'Make the template simpler or the data shorter, and order the letter anew.',
  },
  compose_failed: {
    status: 422,
    title: 'The letter could not be composed',
    means: 'The browser gave up on the template several times, or a document could not be put into the letter.',
    mend: 'Make the template simpler or its images smaller, or export the document again; then order the letter anew.',
  },
  raster_failed: {
    status: 422,
    title: 'The document could not be drawn',
    means: 'It is damaged, or drawing it takes too much time or memory.',
    mend: 'Export it again from the program that made it, upload it and order the letter anew.',
  },
  too_many_pages: {
    status: 422,
    title: 'The letter has too many pages',
    means: 'Address page and attachments count as well.',
    mend: 'Shorten it, or send it as two letters.',
  },
  page_count_differs: {
    status: 422,
    title: 'The composed pages are not as many as recorded',
    means: 'The pages kept for the letter are not those that were counted, so they are not printed.',
    mend: 'Order the letter anew; tell the provider when it happens again.',
  },
  address_too_wide: {
    status: 422,
    title: 'A line of the address is wider than the window',
    means: 'It has no more characters than a line may have, but they are wide ones.',
    mend: 'Shorten or abbreviate the line, and order the letter anew.',
  },
  text_not_printable: {
    status: 422,
    title: 'A character cannot be printed',
    means: 'The fonts that Pli prints with have no shape for it.',
    mend: 'Write the text in the Latin, Greek or Cyrillic alphabet, and order the letter anew.',
  },
  envelope_not_stocked: {
    status: 422,
    title: 'The print room has no such envelope',
    means: 'The envelope asked for is not among its stocks.',
    mend: 'Choose another envelope, or `auto`.',
  },
  paper_not_stocked: {
    status: 422,
    title: 'The print room has no such paper or envelope',
    means: 'A stock that the letter needs is not, or no longer, among those of the print room.',
    mend: 'Look at the letter again; if it stays so, the provider must add the stock.',
  },
  envelope_too_small: {
    status: 422,
    title: 'The letter does not go into the envelope',
    means: 'It has more sheets than the envelope, or any of the print room, holds.',
    mend: 'Choose a larger envelope or `auto`, print on both sides, or make the letter shorter.',
  },
  too_heavy: {
    status: 422,
    title: 'The letter is too heavy for its service',
    means: 'Its sheets and envelope weigh more than the last weight band of the service.',
    mend: 'Choose another service, or make the letter shorter.',
  },
  too_heavy_to_tell: {
    status: 422,
    title: 'The letter is too near the service’s greatest weight',
    means: 'Paper varies: by calculation it may lie on either side of the limit, so it is not sent.',
    mend: 'Choose another service, or make the letter a sheet shorter.',
  },
  calendar_never_open: {
    status: 422,
    title: 'No deposit can be planned',
    means: 'By the calendars of the print room and its carrier, no day is open to hand the letter over.',
    mend: 'Ask the provider to mend the calendar, then order the letter anew.',
  },
  document_erased: {
    status: 422,
    title: 'A document of the letter was erased',
    means: 'It was deleted before the letter was composed.',
    mend: 'Upload the document again and order the letter anew.',
  },
  letter_without_content: {
    status: 422,
    title: 'The letter has nothing to print',
    means: 'It has neither a template nor a document.',
    mend: 'Order it anew with one of them.',
  },
} as const;
