/** Problems of deposits and cases: what the carrier says, and what a person says of it. */
export const postProblems = {
  deposit_unknown: {
    status: 404,
    title: 'There is no such deposit here',
    means: 'This print room has no deposit of that id.',
    mend: 'Read the list of deposits.',
  },
  deposit_not_with_carrier: {
    status: 409,
    title: 'The carrier does not count this deposit now',
    means: 'It has not left the site, or is counted already.',
    mend: 'Type a slip in once the trays have left and the carrier has stamped it.',
  },
  acknowledgement_known: {
    status: 409,
    title: 'The carrier has said its last word',
    means: 'Its file is whole, or a slip was typed in before. The first whole word counts.',
    mend: 'Settle what differs case by case.',
  },
  acceptance_out_of_time: {
    status: 422,
    title: 'The hour of acceptance cannot be',
    means: 'The carrier accepts, or finds, after the trays left, and neither a stamp nor a find is in the future.',
    mend: 'Read the date and hour again, with its offset from UTC.',
  },
  slip_code_unknown: {
    status: 422,
    title: 'A code on the slip is not of this deposit',
    means: 'A missing or refused item bears the window code of a piece that left with this deposit.',
    mend: 'Read the code again; what nobody declared is not typed in.',
  },
  slip_code_twice: {
    status: 422,
    title: 'A code stands on the slip twice',
    means: 'An envelope is missing or refused, and once.',
    mend: 'Leave the code in one place.',
  },
  slip_line_twice: {
    status: 422,
    title: 'A product and band is counted twice',
    means: 'Two lines of `found` name the same product and weight band.',
    mend: 'Add their counts up in one line.',
  },
  slip_product_unknown: {
    status: 422,
    title: 'A line names no product of the carrier',
    means: "The product is neither among the carrier's services at this site nor declared by this deposit.",
    mend: 'Give the code of the product, as `declared` of the deposit shows it.',
  },
  slip_band_unknown: {
    status: 422,
    title: 'A line names no weight band of its product',
    means: 'A band is named by its upper limit in grams, one of those of the product.',
    mend: 'Give one of the limits that the detail lists.',
  },
  slip_count_impossible: {
    status: 422,
    title: 'The slip counts more than the deposit can hold',
    means:
      'What is found, missing and refused may together exceed the declared pieces by a tenth of them, at least by 100: envelopes that lay in the wrong tray.',
    mend: 'Read the counts again.',
  },
  case_unknown: {
    status: 404,
    title: 'There is no such case here',
    means: 'This print room has no case of that id.',
    mend: 'Read the list of cases.',
  },
  case_closed: {
    status: 409,
    title: 'The case is closed already',
    means: 'Somebody, a scan, the carrier or its deadline was quicker.',
    mend: 'Read the case again.',
  },
  outcome_not_possible: {
    status: 409,
    title: 'The case cannot end so',
    means: 'Each kind of case has its own ends; `decisions` of the case lists them.',
    mend: 'Decide one of those.',
  },
  piece_not_in_count: {
    status: 409,
    title: 'That piece is not in the count',
    means: 'A count lacks a piece of its own deposit, product and band that was accepted with the others.',
    mend: 'Name one that is.',
  },
  piece_named_already: {
    status: 409,
    title: 'That piece is named already',
    means: 'A case of its own says that it was missing in this deposit: by the carrier, or because somebody named it.',
    mend: 'Name another piece, or say why the counts differ (`explained`).',
  },
};
