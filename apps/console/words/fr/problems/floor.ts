/** L’atelier et le transporteur. */
export default {
  piece_unknown: { title: 'Ce pli n’est pas d’ici', mend: 'Scannez de nouveau le code de la fenêtre.' },
  finding_not_possible: {
    title: 'Impossible à ce stade',
    mend: 'Le lot a quitté cette machine : dites ce qui est vrai du pli maintenant.',
  },
  spoiled_sheets_too_many: { title: 'Plus de feuilles que d’imprimées', mend: 'Recomptez.' },
  tray_unknown: { title: 'Ce bac n’existe pas ici', mend: 'Vérifiez l’étiquette du bac.' },
  tray_not_open: {
    title: 'Le bac n’est pas ouvert',
    mend: 'Prenez un bac ouvert de la même sorte, ou rompez le scellé.',
  },
  tray_of_other_mail: {
    title: 'Ce bac reçoit un autre courrier',
    mend: 'Prenez un bac de la même sorte, ou ouvrez-en un.',
  },
  tray_left: {
    title: 'Le bac part, ou est parti',
    mend: 'Gardez le pli ; quand le transporteur l’aura compté manquant, scannez-le dans un bac.',
  },
  carrier_contract_unknown: {
    title: 'Aucun courrier de ce contrat n’est fait ici',
    mend: 'Prenez le contrat que montre le pli.',
  },
  mark_unreadable: {
    title: 'Ce n’est pas un code de Pli',
    mend: 'Scannez le code de la fenêtre, de la feuille ou de l’étiquette.',
  },
  mark_check_wrong: { title: 'Code mal lu', mend: 'Scannez-le de nouveau.' },
  code_of_another_site: { title: 'Code d’un autre atelier', mend: 'Renvoyez-le à son atelier.' },
  window_code_needed: {
    title: 'Il faut le code de la fenêtre',
    mend: 'Scannez la fenêtre : seul un pli fermé va au bac.',
  },
  piece_not_for_tray: {
    title: 'Ce pli ne va pas dans ce bac par un scan',
    mend: 'On sait où il est, où il va, ou qu’il est mort : voyez sa fiche.',
  },
  piece_reappeared: { title: 'Ce pli était compté perdu', mend: 'Mettez-le de côté, ouvrez-le et mettez-le en gâche.' },
  letter_ended: { title: 'La lettre est terminée', mend: 'Ce pli ne doit pas partir : mettez-le en gâche.' },
  tray_not_complete: {
    title: 'Le bac n’est pas complet',
    mend: 'Des plis sont encore à venir ou à résoudre : voyez-les, puis scellez.',
  },
  tray_holds_unmarked: {
    title: 'Un pli du bac n’est pas affranchi',
    mend: 'Sortez-le ou faites-le affranchir, puis scellez.',
  },
  site_without_carrier: {
    title: 'L’atelier n’a pas de transporteur',
    mend: 'Le prestataire doit déclarer l’échange avec le transporteur de ce contrat.',
  },
  site_without_numbers: { title: 'L’atelier ne numérote rien', mend: 'Le prestataire doit le régler de nouveau.' },
  slip_not_written: { title: 'Pas encore de bordereau', mend: 'Il est écrit quand le dépôt se clôt.' },
  reveal_needed: { title: 'La lettre est masquée', mend: 'Levez le masque avec un motif.' },
  reveal_over: {
    title: 'Le temps est écoulé',
    mend: 'Levez de nouveau le masque, avec un motif, s’il le faut encore.',
  },
  first_off_of_other_lot: { title: 'Ce pli est d’un autre lot', mend: 'Scannez le premier pli fermé de ce lot.' },
  first_off_not_possible: {
    title: 'Aucun pli fermé à contrôler',
    mend: 'Signez quand le premier pli du lot est fermé.',
  },
  day_not_come: { title: 'Ce jour n’est pas venu', mend: 'Signez-le quand il se termine.' },
  day_closed: { title: 'La journée est déjà signée', mend: 'Ce qui vient ensuite appartient au lendemain.' },
  day_not_explained: {
    title: 'Tout n’est pas expliqué',
    mend: 'Réglez ce qui reste ouvert, ou donnez un motif, une date ultérieure et un responsable.',
  },
  deposit_unknown: { title: 'Ce dépôt n’existe pas ici', mend: 'Voyez la liste des dépôts.' },
  deposit_not_with_carrier: {
    title: 'Le dépôt n’est pas chez le transporteur',
    mend: 'Le bordereau est tamponné quand il a les bacs.',
  },
  acknowledgement_known: {
    title: 'Le transporteur a déjà compté',
    mend: 'Ce qui diffère du papier se règle écart par écart.',
  },
  acceptance_out_of_time: {
    title: 'Cette heure ne convient pas',
    mend: 'Relisez le tampon : après le départ, et pas dans l’avenir.',
  },
  slip_code_unknown: { title: 'Ce code n’est pas de ce dépôt', mend: 'Relisez le code sur le bordereau.' },
  slip_code_twice: {
    title: 'Un code est deux fois sur le bordereau',
    mend: 'Une enveloppe est manquante ou refusée, et une fois : gardez une place.',
  },
  slip_line_twice: { title: 'Un produit et une tranche sont comptés deux fois', mend: 'Additionnez-les en une ligne.' },
  slip_product_unknown: {
    title: 'Une ligne ne nomme aucun produit du transporteur',
    mend: 'Prenez le produit tel que le dépôt l’a déclaré.',
  },
  slip_band_unknown: {
    title: 'Une ligne ne nomme aucune tranche de ce produit',
    mend: 'Prenez une limite de poids du produit.',
  },
  slip_count_impossible: { title: 'Ce compte n’est pas possible', mend: 'Relisez les comptes du bordereau.' },
  case_unknown: { title: 'Cet écart n’existe pas ici', mend: 'Voyez la liste des écarts.' },
  case_closed: { title: 'Cet écart est déjà clos', mend: 'Relisez-le pour voir comment.' },
  outcome_not_possible: { title: 'Cette issue n’est pas possible', mend: 'Choisissez une des issues proposées.' },
  piece_not_in_count: {
    title: 'Ce pli n’est pas de ce compte',
    mend: 'Nommez un pli du même dépôt, produit et tranche, accepté avec les autres.',
  },
  piece_named_already: {
    title: 'Ce pli est déjà nommé',
    mend: 'Un autre écart dit qu’il manque : nommez-en un autre, ou dites pourquoi les comptes diffèrent.',
  },
} as const;
