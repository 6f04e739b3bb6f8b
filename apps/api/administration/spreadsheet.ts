type Language = 'fr' | 'en';

/** How numbers and columns are written for the spreadsheets of a language. */
export const formatOf = {
  fr: { delimiter: ';', decimal: (value: number, digits: number) => value.toFixed(digits).replace('.', ',') },
  en: { delimiter: ',', decimal: (value: number, digits: number) => value.toFixed(digits) },
} as const satisfies Record<Language, { delimiter: string; decimal: (value: number, digits: number) => string }>;

export const statisticsHeadings = {
  fr: [
    'Mois',
    'Service',
    'État',
    'Origine',
    'Enveloppe',
    'Centre de coûts',
    'Lettres',
    'Remises au transporteur',
    'Poids (g)',
    'Affranchissement HT (EUR)',
  ],
  en: [
    'Month',
    'Service',
    'State',
    'Made from',
    'Envelope',
    'Cost centre',
    'Letters',
    'Handed over',
    'Weight (g)',
    'Postage without VAT (EUR)',
  ],
} as const satisfies Record<Language, readonly string[]>;

export const letterHeadings = {
  fr: [
    'Lettre',
    'Commande',
    'Rang',
    'Soumise le',
    'État',
    'Depuis',
    'Service',
    'Origine',
    'Destinataire',
    'Code postal',
    'Pays',
    'Référence',
    'Centre de coûts',
    'Feuilles',
    'Enveloppe',
    'Poids (g)',
    'Affranchissement HT (EUR)',
    'Numéro de recommandé',
    'Jour de dépôt',
    'Contenu effacé le',
  ],
  en: [
    'Letter',
    'Order',
    'Position',
    'Submitted',
    'State',
    'Since',
    'Service',
    'Made from',
    'Recipient',
    'Postcode',
    'Country',
    'Reference',
    'Cost centre',
    'Sheets',
    'Envelope',
    'Weight (g)',
    'Postage without VAT (EUR)',
    'Registered number',
    'Day of deposit',
    'Content erased',
  ],
} as const satisfies Record<Language, readonly string[]>;

export const orderHeadings = {
  fr: [
    'Commande',
    'Soumise le',
    'État',
    'Depuis',
    'Service',
    'Référence',
    'Centre de coûts',
    'Lettres',
    'En cours',
    'Archive',
  ],
  en: ['Order', 'Submitted', 'State', 'Since', 'Service', 'Reference', 'Cost centre', 'Letters', 'Open', 'Archive'],
} as const satisfies Record<Language, readonly string[]>;
