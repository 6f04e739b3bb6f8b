/** Problems of uploaded documents. */
export const documentProblems = {
  document_unknown: {
    status: 422,
    title: 'There is no such document',
    means: 'It does not exist in this account and mode, or was erased.',
    mend: 'Upload it again and use the new id.',
  },
  document_in_use: {
    status: 409,
    title: 'The document is still needed',
    means: 'A letter that has not ended is made of it, or a draft has it as its letterhead.',
    mend: 'Wait until the letter has ended, cancel it, or take it out of its draft; then delete the document.',
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
    means: 'Print rooms work on A4, upright, give or take 2 mm. `errors` names every page with its size.',
    mend: 'Export the pages as A4, or send the document again with `?repair=fit_to_a4`: it is turned, scaled and centred, and you accept the result.',
  },
  document_font_not_embedded: {
    status: 422,
    title: 'A font is not in the PDF',
    means:
      'Visible text uses a font that the file does not bring, so each printer would take another; that is so with the 14 standard fonts (Helvetica, Times, Courier …), too. `errors` names page and font.',
    mend: 'Export it with all fonts embedded (PDF/A does), or send it again with `?repair=embed_fonts` and accept the result.',
  },
  document_active_content: {
    status: 422,
    title: 'The PDF does more than show pages',
    means:
      'It has scripts, starts programs, sends forms, holds XFA, media or other files. Paper cannot take them. The XML of a Factur-X or ZUGFeRD invoice may stay: it is left out of what is printed and kept in the original.',
    mend: 'Save it without them; printing it to a new PDF leaves all of them out. Links and outlines may stay.',
  },
  document_infected: {
    status: 422,
    title: 'The virus scanner found something in the document',
    means: 'Its finding is in the detail. Nothing of the document was kept.',
    mend: 'Export it again from a clean source; ask the provider when you are sure that the scanner errs.',
  },
  virus_scan_unavailable: {
    status: 503,
    title: 'The virus scanner does not answer',
    means: 'This installation takes documents only after a virus scan, and the scanner is away or too slow.',
    mend: 'Send it again later with the same Idempotency-Key.',
  },
  machine_busy: {
    status: 503,
    title: 'The machine is too busy',
    means: 'The time for reading the document ran out, and the machine had spent it on other things.',
    mend: 'Send it again in a minute with the same Idempotency-Key.',
  },
  document_not_proposed: {
    status: 409,
    title: 'The document needs no acceptance',
    means: 'Only a repaired document waits for its sender; this one is stored already.',
    mend: 'Use it in a letter.',
  },
  document_not_accepted: {
    status: 422,
    title: 'The document was repaired and is not accepted yet',
    means: 'Its pages are not those that were sent: nothing is printed of it before its sender has looked at them.',
    mend: 'Look at `GET /v1/documents/{id}/content.pdf`, then `POST /v1/documents/{id}/accept`.',
  },
  form_unreadable: {
    status: 400,
    title: 'The form could not be read',
    means: 'A form has one part named `file`, and nothing beside it; the detail says what it had.',
    mend: 'Send it like `curl -F file=@letter.pdf`, or the bytes alone as application/pdf.',
  },
} as const;
