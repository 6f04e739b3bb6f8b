/** Problem codes in French: what it is, and what to do. Others show the sentence of the server. */
export default {
  key_missing: { title: 'Vous n’êtes pas connecté', mend: 'Connectez-vous, puis recommencez.' },
  key_unknown: { title: 'Votre accès n’est plus valable', mend: 'Connectez-vous à nouveau.' },
  role_not_allowed: { title: 'Ce bureau n’ouvre pas cette page', mend: 'Changez de bureau en haut de la page.' },
  scope_missing: { title: 'Ce droit vous manque', mend: 'Demandez-le à l’administrateur de votre compte.' },
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
