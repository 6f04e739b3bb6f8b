export default {
  title: 'Commandes',
  lead: 'Tout ce que ce compte a envoyé ou prépare, la plus récente d’abord.',
  column: {
    order: 'Commande',
    state: 'État',
    letters: 'Lettres',
    created: 'Créée',
    submitted: 'Soumise',
    deadline: 'Échéance',
  },
  filter: { state: 'État', all: 'Tous les états' },
  empty: 'Aucune commande',
  emptyText: 'La première commande apparaîtra ici, et avancera sous vos yeux.',
} as const;
