/** Problem codes in French: what it is, and what to do. Others show the sentence of the server. */
export default {
  key_missing: { title: 'Vous n’êtes pas connecté', mend: 'Connectez-vous, puis recommencez.' },
  key_unknown: { title: 'Votre accès n’est plus valable', mend: 'Connectez-vous à nouveau.' },
  role_not_allowed: { title: 'Ce bureau n’ouvre pas cette page', mend: 'Changez de bureau en haut de la page.' },
  scope_missing: { title: 'Ce droit vous manque', mend: 'Demandez-le à l’administrateur de votre compte.' },
  sign_in_refused: {
    title: 'Adresse et mot de passe ne correspondent pas',
    mend: 'Réessayez, ou retrouvez votre accès par e-mail.',
  },
  too_many_tries: { title: 'Trop d’essais', mend: 'Attendez une minute, puis réessayez.' },
  session_ended: { title: 'Votre session est terminée', mend: 'Connectez-vous à nouveau.' },
  second_factor_refused: {
    title: 'Ce code ne convient pas',
    mend: 'Il est faux, trop ancien ou déjà utilisé. Attendez le suivant et vérifiez l’heure de l’appareil.',
  },
  second_factor_last: {
    title: 'C’est votre dernier second facteur',
    mend: 'Un de vos bureaux en demande un : ajoutez-en un autre d’abord.',
  },
  passkey_refused: { title: 'Clé d’accès non reconnue', mend: 'Réessayez, ou connectez-vous par mot de passe.' },
  link_over: {
    title: 'Ce lien n’est plus valable',
    mend: 'Il a déjà servi, est trop ancien, ou un autre a été envoyé. Demandez-en un nouveau.',
  },
  password_missing: { title: 'Il manque un mot de passe', mend: 'Choisissez une phrase d’au moins 15 caractères.' },
  password_refused: {
    title: 'Ce mot de passe est trop facile à deviner',
    mend: 'Prenez une phrase d’au moins 15 caractères, sans votre nom ni celui de votre organisation.',
  },
  password_wrong: { title: 'Le mot de passe actuel est différent', mend: 'Réessayez.' },
  right_not_held: {
    title: 'Vous ne pouvez pas donner ce droit',
    mend: 'Nul ne donne un droit qu’il n’a pas lui-même.',
  },
  person_known: { title: 'Cette personne est déjà là', mend: 'Retrouvez-la dans la liste, ou renvoyez l’invitation.' },
  last_administrator: {
    title: 'C’est la dernière personne qui peut en inviter d’autres',
    mend: 'Donnez d’abord ce droit à quelqu’un d’autre.',
  },
  not_found: { title: 'Introuvable', mend: 'Cela n’existe pas, a été effacé, ou appartient à un autre bureau.' },
  too_many_requests: { title: 'Trop de demandes à la fois', mend: 'Attendez quelques secondes, puis réessayez.' },
  busy: { title: 'Le serveur est occupé', mend: 'Réessayez dans un instant.' },
  database_away: { title: 'La base de données ne répond pas', mend: 'Réessayez dans un instant.' },
  internal_error: {
    title: 'Une erreur s’est produite de notre côté',
    mend: 'Rien n’est perdu. Donnez le numéro de la demande au support.',
  },
  request_invalid: { title: 'Cette saisie ne convient pas', mend: 'Corrigez ce qui est indiqué ci-dessous.' },
  idempotency_key_reused: { title: 'Cette action a déjà été faite autrement', mend: 'Fermez, puis recommencez.' },
  content_erased: {
    title: 'Contenu effacé',
    mend: 'Il a été effacé après la remise, comme promis ; la preuve demeure.',
  },
  letter_not_composed: { title: 'Pas encore composée', mend: 'Les pages seront visibles dans quelques instants.' },
  cancellation_too_late: {
    title: 'Trop tard pour annuler',
    mend: 'La lettre est déjà entre les mains du transporteur.',
  },
} as const;
