/** Adresses. */
export default {
  address_incomplete: {
    title: 'L’adresse n’est pas complète',
    mend: 'Remplissez ce qui manque : sans cela, le transporteur ne trouve personne.',
  },
  address_line_too_long: {
    title: 'Une ligne de l’adresse est trop longue',
    mend: 'Raccourcissez-la : 38 caractères au plus, 80 pour la ligne de l’expéditeur.',
  },
  address_character: {
    title: 'L’adresse contient un caractère qui ne s’imprime pas',
    mend: 'Gardez des lettres latines ; rue, lieu-dit et ville, seulement lettres et chiffres.',
  },
  address_postcode: {
    title: 'Ce code postal n’existe pas',
    mend: 'Corrigez-le comme le pays l’écrit : cinq chiffres en France.',
  },
  address_cedex: {
    title: 'Le CEDEX ne s’écrit pas ainsi',
    mend: 'Rien derrière, ou un numéro d’un ou deux chiffres, et en France seulement.',
  },
  address_box: {
    title: 'La boîte ne s’écrit pas ainsi',
    mend: 'Elle suit la rue et le numéro, en Belgique seulement (« bte 5 »).',
  },
  address_region: {
    title: 'La province ne s’écrit pas ainsi',
    mend: 'Deux lettres en Italie, le nom en Espagne, rien ailleurs.',
  },
  address_lines: {
    title: 'Les lignes de l’adresse ne conviennent pas',
    mend: 'Six lignes tiennent dans la fenêtre, sept à l’étranger : ôtez-en ou déplacez-en une.',
  },
  country_not_available: {
    title: 'Aucun courrier ne va vers ce pays',
    mend: 'Vérifiez le pays ; l’outre-mer français s’écrit « France ».',
  },
} as const;
