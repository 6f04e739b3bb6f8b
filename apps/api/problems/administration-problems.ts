/** Problems of what an account's administrator does. */
export const administrationProblems = {
  cost_centre_missing: {
    status: 422,
    title: 'The order names no cost centre',
    means: 'The account asks every order to name a cost centre of its list.',
    mend: 'Give options.costCentre.',
  },
  cost_centre_unknown: {
    status: 422,
    title: 'The cost centre is not on the list',
    means: 'The account takes cost centres of its own list only, and only those in use.',
    mend: 'Take one of the list, or have an administrator add it.',
  },
  cost_centre_exists: {
    status: 409,
    title: 'The cost centre is on the list',
    means: 'A code stands once on a list, also when it is retired.',
    mend: 'Rename the one that is there, or take it back into use.',
  },
  cost_centres_full: {
    status: 409,
    title: 'The list is full',
    means: 'A list of cost centres is kept short enough to choose from.',
    mend: 'Let orders name cost centres freely, or take those that stand for several.',
  },
  cost_centre_needed: {
    status: 409,
    title: 'The list would have nothing to choose from',
    means: 'Orders that must name a cost centre of the list need one that is in use.',
    mend: 'Add one first, or let orders go without.',
  },
  cost_centre_key_unknown: {
    status: 404,
    title: 'No order has named that cost centre',
    means: 'The key in the address stands for no cost centre that a submitted order has named.',
    mend: 'Take a key that statistics or history gave.',
  },
} as const;
