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
  link_over: {
    status: 410,
    title: 'The link is over',
    means: 'It was used already, is too old, was taken back, or another one was sent since.',
    mend: 'Ask for a new one: an invitation from who invited you, a way back by yourself.',
  },
  password_missing: {
    status: 422,
    title: 'A password is needed',
    means: 'Who is new here chooses one.',
    mend: 'Choose a sentence of at least 15 characters.',
  },
  password_refused: {
    status: 422,
    title: 'The password is too easy to guess',
    means: 'It is too short, among those that everybody takes, or made of your own names.',
    mend: 'Take a sentence of at least 15 characters. Nothing is asked of its kinds of characters.',
  },
  password_wrong: {
    status: 422,
    title: 'The present password is another one',
    means: 'Whoever changes a password gives the present one, so that nobody else does it at an open screen.',
    mend: 'Try again, or recover your access by e-mail.',
  },
  passkey_refused: {
    status: 422,
    title: 'The passkey was not recognised',
    means: 'It is unknown here, belongs to another address of this Pli, or the question was answered too late.',
    mend: 'Try again, or sign in with your password.',
  },
  second_factor_last: {
    status: 409,
    title: 'This is the last second factor',
    means: 'A desk of yours is for people who have one.',
    mend: 'Set up another authenticator or passkey first.',
  },
  right_not_held: {
    status: 403,
    title: 'Nobody gives what they do not hold',
    means: 'Among the rights, or modes, that were to be given is one that whoever gives it does not have.',
    mend: 'Give less, or ask somebody who holds it.',
  },
  right_unknown: {
    status: 422,
    title: 'There is no such right at this desk',
    means: 'Accounts, print rooms, provider and auditors have rights of their own.',
    mend: 'Choose among the rights that the role begins with.',
  },
  role_of_other_desk: {
    status: 422,
    title: 'The role is of another kind of desk',
    means: 'A person gets another kind of desk by an invitation to it.',
    mend: 'Invite the person there.',
  },
  person_known: {
    status: 409,
    title: 'The person is here already',
    means: 'Somebody with this e-mail has this desk, or is invited to it.',
    mend: 'Find them in the list; send the invitation again from there.',
  },
  last_administrator: {
    status: 409,
    title: 'Somebody must be left who may let others in',
    means: 'The person is the last one here who may keep the people.',
    mend: 'Give somebody else that right first.',
  },
  siret_missing: {
    status: 422,
    title: 'There is no SIRET to verify',
    means: 'The account has not said which SIRET it has.',
    mend: 'Give the SIRET with it.',
  },
  single_sign_on_missing: {
    status: 422,
    title: 'No organisation signs in here with this address',
    means: 'No identity provider is set up for the domain of the e-mail.',
    mend: 'Sign in with your password, or ask your administrator which address to use.',
  },
  single_sign_on_required: {
    status: 403,
    title: 'Your organisation has a sign-in of its own',
    means: 'All desks of the person are of organisations that let people in by their identity provider alone.',
    mend: 'Choose “Sign in with your organisation”: `POST /v1/session/single-sign-on`.',
  },
  single_sign_on_refused: {
    status: 401,
    title: 'The sign-in at your organisation was not completed',
    means:
      'It was broken off there, took longer than ten minutes, was used already, or came back to another browser than the one that went.',
    mend: 'Begin again on the sign-in page.',
  },
  single_sign_on_unknown: {
    status: 403,
    title: 'You are not invited here',
    means: 'The identity provider knows the person; at the desks of its owner nobody has this e-mail.',
    mend: 'Ask an administrator of your organisation for an invitation to this very address.',
  },
  mail_not_verified: {
    status: 403,
    title: 'Your organisation has not verified your address',
    means:
      'A person is found by an e-mail for the first time, and only by one that the identity provider says it has verified.',
    mend: 'Have the identity provider send `email` and `email_verified` (Entra ID: the optional claims `email` and `xms_edov`).',
  },
  subject_differs: {
    status: 403,
    title: 'The address belonged to somebody else',
    means: 'The identity provider names another account by this e-mail than the one that was bound to the person here.',
    mend: 'Have the former person removed, and you invited.',
  },
  single_sign_on_untried: {
    status: 409,
    title: 'Nobody has come in by it yet',
    means: 'Passwords are given up for an identity provider by somebody who has signed in by it.',
    mend: 'Save without that, sign out, sign in with your organisation, and ask for it then.',
  },
  proofs_elsewhere: {
    status: 403,
    title: 'Your organisation signs you in',
    means: 'Passwords, passkeys and second factors of a person are changed by who has signed in with one of them.',
    mend: 'Change your proofs at your organisation; or sign in with one of your own first.',
  },
  identity_provider_unreachable: {
    status: 503,
    title: 'The identity provider does not answer',
    means: 'It is away, or what it answers is not OpenID Connect: discovery, keys or tokens.',
    mend: 'Check the issuer, or try again later. Who has a password may sign in with it meanwhile.',
  },
  issuer_unreadable: {
    status: 422,
    title: 'The identity provider could not be read',
    means: 'No discovery document (`/.well-known/openid-configuration`) was found there, or it names another issuer.',
    mend: 'Take the issuer from the identity provider’s own documentation, to the letter.',
  },
  issuer_refused: {
    status: 422,
    title: 'The identity provider is at an address that we do not go to',
    means: 'Its issuer, or an address in its discovery document, leads to a private network, or is not encrypted.',
    mend: 'Give an https:// address of the internet, or have the network named in WEBHOOK_ALLOWED_NETWORKS.',
  },
  client_secret_missing: {
    status: 422,
    title: 'The client secret is missing',
    means: 'A new identity provider, or another client at it, has a secret of its own.',
    mend: 'Give the secret that the identity provider made for Pli.',
  },
  mail_domain_refused: {
    status: 422,
    title: 'The identity provider cannot speak for this domain',
    means:
      'Everybody may have an address there, another identity provider speaks for it, or nobody of the account has one.',
    mend: 'Name the domains of your organisation’s own addresses.',
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
