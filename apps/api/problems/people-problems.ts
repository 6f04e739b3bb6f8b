/** Problems of people: signing in, desks, rights. */
export const peopleProblems = {
  session_missing: {
    status: 401,
    title: 'Nobody is signed in',
    means: 'The request has no session.',
    mend: 'Sign in: `POST /v1/session`.',
  },
  session_ended: {
    status: 401,
    title: 'The session is over',
    means:
      'It was not used for a while, its whole time is over, or it was ended on another device or by an administrator.',
    mend: 'Sign in again.',
  },
  person_missing: {
    status: 403,
    title: 'This is for people',
    means: 'The request came with an API key; only a person who has signed in can do this.',
    mend: 'Sign in instead of giving a key.',
  },
  request_not_from_console: {
    status: 403,
    title: 'The request does not come from our own pages',
    means:
      'A session travels in a cookie, which other sites could make a browser send. So what changes something must say `Pli-Console: 1` and come from our own address.',
    mend: 'Use the pages of this Pli. For programs make an API key.',
  },
  sign_in_refused: {
    status: 401,
    title: 'E-mail and password do not fit',
    means: 'There is nobody with this e-mail, or the password is another one. Both are answered alike.',
    mend: 'Try again, or recover your access by e-mail.',
  },
  too_many_tries: {
    status: 429,
    title: 'Too many tries to sign in',
    means: 'Somebody tried too often with this e-mail, from this network, or for this second factor.',
    mend: 'Wait as Retry-After says. Nothing else is locked: who knows the password comes in then.',
  },
  second_factor_missing: {
    status: 403,
    title: 'The second factor is missing',
    means: 'The password alone opens nothing here.',
    mend: 'Give the code of your authenticator, a recovery code or your passkey: `POST /v1/session/second-factor`.',
  },
  second_factor_refused: {
    status: 401,
    title: 'The second factor does not fit',
    means: 'The code is wrong, old, or was used before: each is good once.',
    mend: 'Wait for the next code, and check the clock of the device that makes it.',
  },
  desk_missing: {
    status: 403,
    title: 'You are at no desk',
    means: 'You have signed in and not chosen where you work, or your desk was taken away.',
    mend: 'Choose a desk: `PUT /v1/session/desk`.',
  },
  desk_unknown: {
    status: 422,
    title: 'You have no such desk',
    means: 'It is another person’s, suspended or removed, or does not have this mode.',
    mend: 'Choose one of those that `GET /v1/session` names.',
  },
} as const;
