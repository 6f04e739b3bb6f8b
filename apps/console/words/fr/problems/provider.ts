/** Réglages du prestataire, notifications, support, contrôle. */
export default {
  site_code_taken: {
    title: 'Ce code d’atelier est pris',
    mend: 'Il reste sur le papier pour toujours : prenez d’autres lettres ou chiffres.',
  },
  contract_exists: { title: 'Ce compte et cet atelier ont déjà un contrat', mend: 'Ajoutez-lui une version.' },
  version_not_after: {
    title: 'La version ne commence pas après la précédente',
    mend: 'Le passé ne se change pas : faites-la commencer plus tard.',
  },
  stock_kind_differs: { title: 'Un stock garde sa sorte', mend: 'Créez un nouveau stock.' },
  device_mode_differs: {
    title: 'Cette machine est de l’autre mode',
    mend: 'Un atelier de test n’a que des machines simulées, un atelier de production que des vraies.',
  },
  number_range_overlaps: {
    title: 'Ces numéros sont déjà dans une autre série',
    mend: 'Un numéro de recommandé ne ressert pas avant douze mois : prenez la série donnée par le transporteur.',
  },
  number_range_invalid: {
    title: 'Ce n’est pas une série de numéros',
    mend: 'Recopiez-la de la lettre du transporteur : deux lettres de RA à RZ, un pays, huit chiffres du plus petit au plus grand.',
  },
  postage_counter_exists: {
    title: 'Ce compteur existe déjà',
    mend: 'Un atelier a un compteur par contrat et mode d’affranchissement : employez celui-ci.',
  },
  geometry_refused: {
    title: 'Avec cette géométrie, une adresse pourrait être cachée',
    mend: 'Déplacez ou agrandissez ce qui est indiqué, ou prenez une autre enveloppe.',
  },
  too_many_streams: {
    title: 'Trop de fenêtres ouvertes en direct',
    mend: 'Fermez une fenêtre de Pli, puis rechargez celle-ci.',
  },
  event_number_ahead: { title: 'Le fil n’est pas encore là', mend: 'Donnez le numéro d’un événement déjà reçu.' },
  webhook_url_refused: {
    title: 'Cette adresse ne peut pas recevoir de notification',
    mend: 'Prenez une adresse https:// publique, ou demandez au prestataire d’autoriser son réseau.',
  },
  webhooks_full: { title: 'Le compte a tous les webhooks permis', mend: 'Supprimez-en un qui ne sert plus.' },
  webhook_disabled: { title: 'Ce webhook est désactivé', mend: 'Activez-le : il recevra ce qu’il a manqué.' },
  redelivery_running: { title: 'Un renvoi est déjà en cours', mend: 'Attendez sa fin avant d’en demander un autre.' },
  mail_not_set_up: {
    title: 'Ce Pli n’envoie pas de courriels',
    mend: 'Employez un webhook, ou demandez au prestataire de nommer un serveur de messagerie.',
  },
  confirmation_sent: {
    title: 'Un lien vient d’être envoyé à cette adresse',
    mend: 'Cherchez le message, aussi parmi les indésirables ; un autre peut partir dix minutes plus tard.',
  },
  confirmations_full: {
    title: 'Trop d’adresses demandées aujourd’hui',
    mend: 'Réglez les autres demain, ou donnez l’adresse d’une liste de votre messagerie.',
  },
  ticket_in_other_state: { title: 'La demande a changé entre-temps', mend: 'Relisez-la et décidez à nouveau.' },
  hours_never_open: { title: 'Le support ne serait jamais ouvert', mend: 'Donnez des heures à un jour de la semaine.' },
  stream_not_of_letter: {
    title: 'Ce flux ne dit rien de la lettre',
    mend: 'Prenez un flux que nomme le registre de la lettre.',
  },
  histories_away: {
    title: 'Les historiques ne se lisent pas en ce moment',
    mend: 'Réessayez dans un instant ; le registre, lui, est entier.',
  },
  history_not_kept: {
    title: 'Cet historique n’est plus gardé',
    mend: 'Ce que le processus a fait est au registre, avec l’empreinte de son programme.',
  },
} as const;
