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
    means: 'The carrier accepts after the trays left, and a stamp is not in the future.',
    mend: 'Read the stamp again, with its offset from UTC.',
  },
  slip_code_unknown: {
    status: 422,
    title: 'A code on the slip is not of this deposit',
    means: 'A missing or refused item bears the window code of a piece that left with this deposit.',
    mend: 'Read the code again; what nobody declared is not typed in.',
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
};
