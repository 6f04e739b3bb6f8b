/** Codes of reasons that machines, Pli and the carrier give, in words; what a person gives is read as it is written. */
const words: Readonly<Record<string, string>> = {
  no_record: 'the inserter told of no envelope for it',
  beside_gap: 'a neighbour of it is missing or lacks a sheet, which may be inside',
  window_code_unread: 'the code in its window was not read',
  wrong_window_code: 'its window shows the code of another piece',
  sheet_missing: 'a sheet of it is missing',
  sheet_doubled: 'a sheet of it was read twice',
  foreign_sheet: 'it holds a sheet of another piece',
  sheets_out_of_order: 'its sheets are out of order',
  sheet_in_another_envelope: 'a sheet of it is in another envelope',
  several_envelopes: 'several envelopes show its code',
  diverted: 'the inserter put it aside',
  incomplete: 'the inserter found it incomplete',
  not_printed: 'the printer never had it',
  print_broken_off: 'the printer broke off',
  printer_silent: 'the printer does not answer',
  reappeared: 'it turned up after it was counted as dead',
  letter_cancelled: 'its letter was cancelled',
  cancelled_by_customer: 'its sender cancelled it',
  missing_at_deposit: 'the carrier did not count it',
  cancellation_not_in_contract: 'the contract does not allow it',
  cancellation_too_late: 'it is too late',
  letter_already_ended: 'the letter had come to rest already',
};

/** A reason's code in words, to stand after a colon or in brackets: known ones as a clause, others with their underscores taken out. */
export const reasonWords = (code: string): string => words[code] ?? code.replaceAll('_', ' ');
