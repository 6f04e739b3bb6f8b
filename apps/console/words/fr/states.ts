import type { lifeCycles } from '#domain/life-cycles';
import type { WarningCode } from '#domain/letter-warnings';
import type { ServiceName } from '#domain/services';

type StateWords = { readonly [S in keyof typeof lifeCycles]: Record<keyof (typeof lifeCycles)[S]['states'], string> };

const letter = {
  draft: 'Brouillon',
  accepted: 'Acceptée',
  composed: 'Composée',
  pooled: 'En attente d’un lot',
  in_production: 'En production',
  handed_over: 'Remise au transporteur',
  accepted_by_carrier: 'Prise en charge',
  delivered: 'Distribuée',
  no_return_seen: 'Aucun retour constaté',
  lost: 'Perdue',
  returned: 'Retournée',
  refused: 'Refusée',
  unprintable: 'Non imprimable',
  cancelled: 'Annulée',
  deleted: 'Supprimée',
};

const states = {
  order: {
    draft: 'Brouillon',
    submitted: 'Soumise',
    in_progress: 'En cours',
    ended: 'Terminée',
    refused: 'Refusée',
    cancelled: 'Annulée',
    deleted: 'Supprimée',
  },
  letter,
  piece: {
    planned: 'Prévu',
    printed: 'Imprimé',
    inserted: 'Mis sous pli',
    trayed: 'En bac',
    handed_over: 'Remis',
    accepted: 'Pris en charge',
    missing_at_deposit: 'Manquant au dépôt',
    refused_at_deposit: 'Refusé au dépôt',
    suspect: 'Douteux',
    diverted: 'Écarté',
    spoiled: 'Gâché',
    voided: 'Sans effet',
    returned: 'Retourné',
  },
  lot: {
    planned: 'Prévu',
    assembled: 'Assemblé',
    printing: 'À l’impression',
    printed: 'Imprimé',
    inserting: 'À la mise sous pli',
    reconciling: 'En rapprochement',
    closed: 'Clos',
  },
  tray: { open: 'Ouvert', sealed: 'Scellé', handed_over: 'Remis', settled: 'Soldé' },
  deposit: {
    planned: 'Prévu',
    closed: 'Clos',
    announced: 'Annoncé',
    left_site: 'Parti du site',
    accepted: 'Accepté',
    accepted_with_differences: 'Accepté avec écarts',
    refused: 'Refusé',
    settled: 'Soldé',
  },
  template_version: { draft: 'Brouillon', proofing: 'Épreuve en cours', approved: 'Approuvée', withdrawn: 'Retirée' },
  document: { proposed: 'Réparation proposée', stored: 'Enregistré', erased: 'Effacé' },
  preview: { making: 'En préparation', ready: 'Prêt', refused: 'Refusé', erased: 'Effacé' },
  import: {
    open: 'Ouvert',
    receiving: 'En réception',
    complete: 'Complet',
    abandoned: 'Abandonné',
    deleted: 'Supprimé',
  },
  archived_file: { kept: 'Conservé', erased: 'Effacé' },
  ticket: {
    open: 'Attend une réponse',
    answered: 'Répondue',
    reopened: 'Rouverte, attend une réponse',
    closed: 'Close',
    erased: 'Effacée',
  },
} as const satisfies StateWords;

export default {
  ...states,
  service: {
    priority: 'Prioritaire',
    registered: 'Recommandé',
    economy: 'Économique',
  } as const satisfies Record<ServiceName, string>,
  mode: { test: 'Test', live: 'Production' },
  warning: {
    address_page_added: 'Page d’adresse ajoutée',
    other_address_in_window: 'Une autre adresse apparaît dans la fenêtre',
    envelope_changed: 'Enveloppe plus grande',
    band_changed: 'Tranche de poids supérieure',
  } as const satisfies Record<WarningCode, string>,
};
