export default {
  title: 'Avis par courriel',
  lead: 'Qui est prévenu par courriel, et de quoi. Un avis nomme des commandes et des lettres, jamais leur contenu.',
  kind: {
    order_ended: 'Une commande est terminée',
    letter_unprintable: 'Une lettre ne peut pas être imprimée',
    letter_returned: 'Une lettre est revenue',
    letter_lost: 'Une lettre est perdue',
    webhook_disabled: 'Un webhook a été arrêté',
  },
  addresses: 'Adresses',
  addressesHint: 'Entrée après chaque adresse, dix au plus',
  save: 'Enregistrer',
  off: 'Ne plus prévenir',
  none: 'Personne n’est prévenu',
  on: 'Actif',
  disabled: 'Arrêté : aucun courriel n’est parti depuis des jours. Enregistrez de nouveau pour reprendre.',
  saved: 'Enregistré',
} as const;
