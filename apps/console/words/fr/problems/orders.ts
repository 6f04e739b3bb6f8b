/** Commandes, lettres, brouillons, centres de coût. */
export default {
  letters_invalid: { title: 'La lettre est à corriger', mend: 'Voyez ce qui est indiqué ci-dessous.' },
  order_not_makeable: { title: 'Cet envoi ne peut pas encore partir', mend: 'Réglez ce qui est indiqué ci-dessous.' },
  order_empty: { title: 'La commande n’a pas de lettre', mend: 'Ajoutez d’abord une lettre.' },
  order_full: {
    title: 'La commande est pleine',
    mend: 'Elle contient 100 000 lettres : faites une autre commande pour le reste.',
  },
  order_not_draft: { title: 'Ce n’est plus un brouillon', mend: 'Il a été soumis ou supprimé.' },
  order_not_refusable: {
    title: 'Cette commande ne peut plus être refusée',
    mend: 'Réglez pli par pli ce qui est encore en atelier.',
  },
  order_still_draft: {
    title: 'La commande est encore un brouillon',
    mend: 'Supprimez le brouillon, ou retirez-en la lettre.',
  },
  order_already_ended: {
    title: 'La commande est terminée',
    mend: 'Voyez ses lettres : chacune dit comment elle a fini.',
  },
  cancellation_too_late: {
    title: 'Trop tard pour annuler',
    mend: 'La lettre est déjà entre les mains du transporteur.',
  },
  cancellation_not_in_contract: {
    title: 'Votre contrat ne permet pas d’annuler',
    mend: 'Convenez-en avec le prestataire pour les prochaines commandes.',
  },
  letter_already_ended: {
    title: 'La lettre est arrivée à son terme',
    mend: 'Relisez-la pour voir comment elle a fini.',
  },
  letter_moves_on: { title: 'La lettre avance à cet instant même', mend: 'Réessayez dans quelques secondes.' },
  contract_missing: {
    title: 'Aucun contrat avec cet atelier',
    mend: 'Choisissez un atelier avec lequel vous avez un contrat, ou demandez au prestataire.',
  },
  site_needed: { title: 'Quel atelier ?', mend: 'Vous avez un contrat avec plusieurs : choisissez-en un.' },
  site_suspended: { title: 'L’atelier ne prend plus de commandes', mend: 'Attendez, ou choisissez un autre atelier.' },
  account_suspended: {
    title: 'Le compte est suspendu',
    mend: 'Il peut lire, et ne peut rien envoyer : demandez au prestataire.',
  },
  live_site_not_ready: {
    title: 'L’atelier n’est pas prêt pour la production',
    mend: 'Il lui manque une vraie machine ou l’antivirus : envoyez en mode test.',
  },
  profile_not_valid: {
    title: 'L’atelier n’est pas réglé pour ce jour',
    mend: 'Un de ses profils ne vaut pas à cette date : demandez au prestataire de l’ajouter.',
  },
  page_range_invalid: {
    title: 'Le document n’a pas ces pages',
    mend: 'Écrivez 3-5 ou 1-2,7, dans l’ordre et dans les limites du document ; vide, toutes les pages partent.',
  },
  warning_not_accepted: {
    title: 'Un avertissement est à accepter d’abord',
    mend: 'Regardez les pages, corrigez la lettre, ou acceptez l’avertissement.',
  },
  option_not_available: {
    title: 'Cette option n’est pas encore proposée',
    mend: 'Laissez-la de côté : Pli refuse ce qu’il ne sait pas faire plutôt que de l’ignorer.',
  },
  option_conflict: { title: 'Deux options se contredisent', mend: 'Changez l’une des deux.' },
  send_date_invalid: {
    title: 'Cette date d’envoi ne peut pas être tenue',
    mend: 'Choisissez un jour à venir, à moins d’un an, ou aucun.',
  },
  service_not_in_contract: {
    title: 'Ce service n’est pas au contrat',
    mend: 'Choisissez un des services de votre contrat.',
  },
  service_not_valid: {
    title: 'Ce service n’existe pas ce jour-là',
    mend: 'Choisissez un autre service ou un autre jour.',
  },
  destination_not_served: {
    title: 'Ce service ne va pas jusque-là',
    mend: 'Choisissez un service qui dessert cette destination.',
  },
  service_ambiguous: {
    title: 'Ce service a deux versions ce jour-là',
    mend: 'Demandez au prestataire de mettre fin à l’ancienne.',
  },
  sender_missing: {
    title: 'Il manque l’expéditeur',
    mend: 'Un recommandé porte le nom et l’adresse de qui l’envoie : indiquez-les.',
  },
  sender_not_served: {
    title: 'L’adresse de l’expéditeur est trop loin pour ce service',
    mend: 'Prenez une adresse que le service dessert, ou un autre service.',
  },
  letter_not_composed: { title: 'Pas encore composée', mend: 'Les pages seront visibles dans quelques instants.' },
  letter_not_handed_over: { title: 'La lettre n’est pas encore remise', mend: 'Revenez quand le transporteur l’a.' },
  content_erased: {
    title: 'Contenu effacé',
    mend: 'Il a été effacé après la remise, comme promis ; la preuve demeure.',
  },
  content_key_missing: {
    title: 'Le contenu est effacé pour de bon',
    mend: 'La clé de ce compte a été détruite : rien ne le fait revenir.',
  },
  blob_missing: {
    title: 'Le fichier n’est plus là',
    mend: 'Il a été effacé. Si vous ne vous y attendiez pas, prévenez le prestataire.',
  },
  blob_damaged: {
    title: 'Le fichier conservé est abîmé',
    mend: 'Il n’est pas donné. Communiquez le numéro de la demande au prestataire.',
  },
  content_key_damaged: {
    title: 'Le contenu ne peut pas être déchiffré',
    mend: 'Le prestataire doit rétablir la clé maîtresse de cette installation.',
  },
  draft_of_several: {
    title: 'Le brouillon a plusieurs lettres',
    mend: 'Retirez les autres pour n’écrire qu’à un destinataire.',
  },
  order_too_large_to_repeat: {
    title: 'La commande est trop grande pour être refaite d’un geste',
    mend: 'Faites un nouvel envoi avec le même fichier de destinataires.',
  },
  cost_centre_missing: {
    title: 'Il manque le centre de coût',
    mend: 'Ce compte en demande un de sa liste : choisissez-le.',
  },
  cost_centre_unknown: {
    title: 'Ce centre de coût n’est pas de la liste',
    mend: 'Choisissez-en un de la liste, ou faites-le ajouter.',
  },
  cost_centre_exists: {
    title: 'Ce centre de coût est déjà de la liste',
    mend: 'Renommez celui qui s’y trouve, ou remettez-le en service.',
  },
  cost_centres_full: {
    title: 'La liste est pleine',
    mend: 'Laissez les commandes nommer librement leur centre, ou prenez-en qui en regroupent plusieurs.',
  },
  cost_centre_needed: {
    title: 'La liste n’aurait plus rien à choisir',
    mend: 'Ajoutez d’abord un centre, ou laissez les commandes s’en passer.',
  },
  cost_centre_key_unknown: {
    title: 'Aucune commande n’a nommé ce centre de coût',
    mend: 'Revenez à la liste et choisissez-en un.',
  },
} as const;
