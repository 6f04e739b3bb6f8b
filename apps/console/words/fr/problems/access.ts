/** Demandes, connexion, personnes et droits. */
export default {
  request_invalid: { title: 'Cette saisie ne convient pas', mend: 'Corrigez ce qui est indiqué ci-dessous.' },
  value_invalid: { title: 'Cette valeur ne convient pas', mend: 'Corrigez-la : elle n’est pas de la sorte attendue.' },
  json_unreadable: {
    title: 'Ces données ne se lisent pas',
    mend: 'Vérifiez guillemets, virgules et encodage (UTF-8).',
  },
  json_too_deep: { title: 'Ces données sont trop imbriquées', mend: 'Aplatissez-les : 32 niveaux au plus.' },
  json_too_large: { title: 'Trop de valeurs à la fois', mend: 'Envoyez moins de lettres en une fois.' },
  json_value_refused: {
    title: 'Une valeur ne peut pas être enregistrée',
    mend: 'Ôtez le caractère ou la clé qui est en cause.',
  },
  body_too_large: {
    title: 'Trop de données à la fois',
    mend: 'Envoyez-les en plusieurs fois, ou allégez le document.',
  },
  body_incomplete: { title: 'L’envoi a été interrompu', mend: 'Recommencez : rien ne se fera deux fois.' },
  method_not_allowed: {
    title: 'Cette demande n’existe pas',
    mend: 'Rechargez la page ; si cela dure, prévenez le support.',
  },
  media_type_not_supported: {
    title: 'Ce type de fichier n’est pas lu ici',
    mend: 'Déposez un fichier de la sorte demandée.',
  },
  not_acceptable: {
    title: 'La réponse n’existe pas sous cette forme',
    mend: 'Rechargez la page ; si cela dure, prévenez le support.',
  },
  key_missing: { title: 'Vous n’êtes pas connecté', mend: 'Connectez-vous, puis recommencez.' },
  key_unknown: { title: 'Votre accès n’est plus valable', mend: 'Connectez-vous à nouveau.' },
  role_not_allowed: { title: 'Ce bureau n’ouvre pas cette page', mend: 'Changez de bureau en haut de la page.' },
  scope_missing: { title: 'Ce droit vous manque', mend: 'Demandez-le à qui tient les accès de votre bureau.' },
  not_found: { title: 'Introuvable', mend: 'Cela n’existe pas, a été effacé, ou appartient à un autre bureau.' },
  route_unknown: {
    title: 'Cette adresse n’existe pas',
    mend: 'Rechargez la page ; si cela dure, prévenez le support.',
  },
  too_many_requests: { title: 'Trop de demandes à la fois', mend: 'Attendez quelques secondes, puis réessayez.' },
  idempotency_key_missing: { title: 'La demande n’est pas complète', mend: 'Rechargez la page, puis recommencez.' },
  idempotency_key_invalid: { title: 'La demande n’est pas complète', mend: 'Rechargez la page, puis recommencez.' },
  idempotency_key_reused: { title: 'Cette action a déjà été faite autrement', mend: 'Fermez, puis recommencez.' },
  answer_erased: {
    title: 'La réponse a été effacée',
    mend: 'Ce qu’elle nommait a été supprimé depuis : fermez, puis recommencez.',
  },
  idempotency_key_running: {
    title: 'Cette action est encore en cours',
    mend: 'Attendez quelques secondes : elle ne se fera qu’une fois.',
  },
  state_conflict: { title: 'L’état a changé entre-temps', mend: 'Relisez la fiche et décidez à nouveau.' },
  busy: { title: 'Le serveur est occupé', mend: 'Réessayez dans un instant.' },
  database_away: { title: 'La base de données ne répond pas', mend: 'Réessayez dans un instant.' },
  internal_error: {
    title: 'Une erreur s’est produite de notre côté',
    mend: 'Rien n’est perdu. Donnez le numéro de la demande au support.',
  },
  session_missing: { title: 'Personne n’est connecté', mend: 'Connectez-vous.' },
  session_ended: { title: 'Votre session est terminée', mend: 'Connectez-vous à nouveau.' },
  person_missing: { title: 'Seule une personne peut faire cela', mend: 'Connectez-vous au lieu de donner une clé.' },
  request_not_from_console: {
    title: 'La demande ne vient pas de nos pages',
    mend: 'Ouvrez Pli à son adresse habituelle, puis recommencez.',
  },
  sign_in_refused: {
    title: 'Adresse et mot de passe ne correspondent pas',
    mend: 'Réessayez, ou retrouvez votre accès par e-mail.',
  },
  too_many_tries: { title: 'Trop d’essais', mend: 'Attendez une minute, puis réessayez.' },
  second_factor_missing: {
    title: 'Il manque le second facteur',
    mend: 'Donnez le code de votre application, un code de secours ou votre clé d’accès.',
  },
  second_factor_refused: {
    title: 'Ce code ne convient pas',
    mend: 'Il est faux, trop ancien ou déjà utilisé. Attendez le suivant et vérifiez l’heure de l’appareil.',
  },
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
  passkey_refused: { title: 'Clé d’accès non reconnue', mend: 'Réessayez, ou connectez-vous par mot de passe.' },
  second_factor_last: {
    title: 'C’est votre dernier second facteur',
    mend: 'Un de vos bureaux en demande un : ajoutez-en un autre d’abord.',
  },
  right_not_held: {
    title: 'Vous ne pouvez pas donner ce droit',
    mend: 'Nul ne donne un droit qu’il n’a pas lui-même.',
  },
  right_unknown: { title: 'Ce droit n’existe pas à ce bureau', mend: 'Choisissez parmi les droits proposés.' },
  role_of_other_desk: {
    title: 'Ce rôle est d’une autre sorte de bureau',
    mend: 'Invitez la personne à cet autre bureau.',
  },
  person_known: { title: 'Cette personne est déjà là', mend: 'Retrouvez-la dans la liste, ou renvoyez l’invitation.' },
  single_sign_on_missing: {
    title: 'Aucune organisation ne se connecte ici avec cette adresse',
    mend: 'Connectez-vous avec votre mot de passe, ou demandez l’adresse à utiliser à votre administrateur.',
  },
  single_sign_on_required: {
    title: 'Votre organisation a sa propre connexion',
    mend: 'Choisissez « Se connecter avec mon organisation ».',
  },
  single_sign_on_refused: {
    title: 'La connexion par votre organisation n’a pas abouti',
    mend: 'Elle a été interrompue, a trop duré ou a déjà servi. Recommencez.',
  },
  single_sign_on_unknown: {
    title: 'Vous n’êtes pas invité(e) ici',
    mend: 'Votre organisation vous connaît, mais personne ne vous a invité(e). Demandez une invitation à votre administrateur.',
  },
  mail_not_verified: {
    title: 'Votre adresse n’est pas vérifiée',
    mend: 'Votre organisation ne confirme pas votre adresse e-mail. Demandez à qui gère ses comptes de la vérifier.',
  },
  subject_differs: {
    title: 'Cette adresse était celle de quelqu’un d’autre',
    mend: 'Demandez à votre administrateur de retirer l’ancienne personne et de vous inviter.',
  },
  single_sign_on_untried: {
    title: 'Personne n’est encore entré par là',
    mend: 'Enregistrez sans l’imposer, connectez-vous avec votre organisation, puis imposez-la.',
  },
  proofs_elsewhere: {
    title: 'Votre organisation vous connecte',
    mend: 'Réglez cela chez elle, ou connectez-vous d’abord avec un moyen à vous.',
  },
  identity_provider_unreachable: {
    title: 'Le fournisseur d’identité ne répond pas',
    mend: 'Vérifiez l’adresse de l’émetteur, ou réessayez plus tard.',
  },
  issuer_unreadable: {
    title: 'Le fournisseur d’identité n’a pas pu être lu',
    mend: 'Reprenez l’adresse de l’émetteur à la lettre : son document de découverte n’y est pas, ou en nomme un autre.',
  },
  issuer_refused: {
    title: 'Cette adresse ne peut pas être utilisée',
    mend: 'Il faut une adresse https:// publique, ou un réseau que le prestataire a autorisé.',
  },
  client_secret_missing: {
    title: 'Il manque le secret client',
    mend: 'Indiquez celui que le fournisseur d’identité a créé pour Pli.',
  },
  mail_domain_refused: {
    title: 'Ce domaine ne peut pas être utilisé',
    mend: 'Indiquez un domaine propre à votre organisation, où quelqu’un du compte a déjà son adresse, et qu’aucun autre compte n’utilise.',
  },
  last_administrator: {
    title: 'C’est la dernière personne qui peut en inviter d’autres',
    mend: 'Donnez d’abord ce droit à quelqu’un d’autre.',
  },
  siret_missing: { title: 'Il n’y a pas de SIRET à vérifier', mend: 'Indiquez d’abord le SIRET du compte.' },
  desk_missing: { title: 'Vous n’êtes à aucun bureau', mend: 'Choisissez un bureau, ou demandez-en un.' },
  desk_unknown: {
    title: 'Vous n’avez pas ce bureau',
    mend: 'Il est d’une autre personne, suspendu ou retiré : choisissez un des vôtres.',
  },
} as const;
