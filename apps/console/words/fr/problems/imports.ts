/** Fichiers de destinataires. */
export default {
  import_ended: { title: 'La lecture de ce fichier est terminée', mend: 'Pour continuer, déposez un nouveau fichier.' },
  import_offset_unknown: { title: 'Le fichier ne peut pas reprendre là', mend: 'Déposez-le de nouveau en entier.' },
  content_range_unreadable: {
    title: 'La reprise du fichier n’est pas lisible',
    mend: 'Déposez-le de nouveau en entier.',
  },
  content_range_impossible: { title: 'La reprise du fichier se contredit', mend: 'Déposez-le de nouveau en entier.' },
  import_too_many_errors: {
    title: 'Trop de lignes sont à corriger',
    mend: 'Le fichier est sans doute lu de travers : retirez-le, vérifiez les colonnes et déposez-le de nouveau.',
  },
  import_file_differs: { title: 'Ce n’est pas le même fichier', mend: 'Choisissez celui dont la lecture a commencé.' },
  import_moved_on: {
    title: 'Le même fichier se lit ailleurs',
    mend: 'Une autre fenêtre l’a repris : rechargez la page pour voir où elle en est.',
  },
  import_unreadable: {
    title: 'Le fichier ne se partage pas en lignes',
    mend: 'À partir de la ligne indiquée, ce n’est plus du CSV : corrigez-le et déposez-le de nouveau.',
  },
  import_columns_unknown: { title: 'Des colonnes restent à dire', mend: 'Indiquez ce que contient chaque colonne.' },
  import_column_unknown: {
    title: 'Une colonne n’a pas été trouvée',
    mend: 'Nommez-la comme son titre, ou par son numéro.',
  },
  import_not_complete: {
    title: 'Un fichier n’est pas lu jusqu’au bout',
    mend: 'Continuez sa lecture, ou retirez-le du brouillon.',
  },
  import_rows_left_out: {
    title: 'Des lignes ont été écartées',
    mend: 'Déposez les lignes corrigées, ou envoyez sans elles.',
  },
  too_many_imports: {
    title: 'Trop de fichiers à la fois',
    mend: 'Terminez ou retirez ceux qui ne sont pas lus jusqu’au bout.',
  },
  import_row_shape: {
    title: 'La ligne n’a pas autant de cases que de titres',
    mend: 'Mettez entre guillemets la case qui contient un séparateur, ou complétez la ligne.',
  },
  import_number_twice: {
    title: 'Le numéro dans la rue est dit deux fois',
    mend: 'Gardez-en un : l’autre compte peut-être les lignes.',
  },
  import_cell_unreadable: {
    title: 'La case n’est pas ce que le modèle attend',
    mend: 'Écrivez un nombre, ou oui ou non.',
  },
  import_text_unreadable: {
    title: 'La case est dans un autre encodage',
    mend: 'Enregistrez tout le fichier dans le même encodage.',
  },
  address_unsure: {
    title: 'L’adresse laisse un doute',
    mend: 'Pli ne devine pas où va une lettre : donnez-la champ par champ.',
  },
} as const;
