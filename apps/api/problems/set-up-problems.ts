/** Problems of setting up: accounts, sites, what they own. */
export const setUpProblems = {
  site_code_taken: {
    status: 409,
    title: 'The site code is taken',
    means: 'A site code stands on paper for ever, so no two sites share one.',
    mend: 'Take other letters or digits.',
  },
  contract_exists: {
    status: 409,
    title: 'Account and site have a contract',
    means: 'An account has one contract with a site, in dated versions.',
    mend: 'Add a version to it.',
  },
  version_not_after: {
    status: 409,
    title: 'The version does not begin after the one before',
    means: 'Dated data is never changed in the past: what was valid then explains the letters of then.',
    mend: 'Let the new version begin later.',
  },
  stock_kind_differs: {
    status: 409,
    title: 'A stock keeps its kind',
    means: 'An envelope stock cannot become a paper stock.',
    mend: 'Make a new stock.',
  },
  device_mode_differs: {
    status: 409,
    title: 'The device is of the other mode',
    means: 'A test site drives simulated devices only, a live site real ones only.',
    mend: 'Add the device to a site of its mode.',
  },
  number_range_overlaps: {
    status: 409,
    title: 'The numbers are in another range',
    means: 'A number of registered mail is not used again within 12 months (UPU S10).',
    mend: 'Take the range that the carrier gave, or ask it for another.',
  },
  number_range_invalid: {
    status: 422,
    title: 'This is not a number range',
    means: 'A range has two letters from RA to RZ, a country and eight-digit numbers from the lower to the higher.',
    mend: 'Copy the range from the carrier’s letter.',
  },
  postage_counter_exists: {
    status: 409,
    title: 'The postage counter is there',
    means: 'A site has one counter for each carrier contract and franking mode.',
    mend: 'Use the counter that the detail names.',
  },
  geometry_refused: {
    status: 422,
    title: 'With this geometry an address could be hidden',
    means:
      'At an extreme of play the window would hide a part of the address or the window code, or show something else.',
    mend: 'Move or resize what the detail names, or use another envelope.',
  },
} as const;
