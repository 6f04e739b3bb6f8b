/** Documents, modèles, mise en page. */
export default {
  document_unknown: {
    title: 'Ce document n’existe plus',
    mend: 'Il a été effacé, ou est d’un autre compte : déposez-le de nouveau.',
  },
  document_in_use: {
    title: 'Le document sert encore',
    mend: 'Une lettre ou un brouillon l’emploie : attendez sa fin, ou retirez-le du brouillon.',
  },
  document_unreadable: { title: 'Ce PDF ne peut pas être lu', mend: 'Exportez-le à nouveau, au mieux en PDF/A.' },
  document_encrypted: { title: 'Ce PDF est protégé', mend: 'Enregistrez-le sans mot de passe ni restriction.' },
  document_too_large: { title: 'Ce PDF est trop lourd', mend: 'Réduisez la résolution de ses images.' },
  document_too_many_pages: { title: 'Ce PDF a trop de pages', mend: 'Envoyez-le en plusieurs lettres.' },
  document_empty: { title: 'Ce PDF n’a aucune page', mend: 'Exportez-le à nouveau.' },
  document_too_heavy: {
    title: 'Ce PDF demande trop de temps ou de mémoire',
    mend: 'Exportez-le à nouveau avec des dessins plus simples.',
  },
  document_has_hidden_layers: {
    title: 'Ce PDF a des calques qui s’allument et s’éteignent',
    mend: 'Exportez-le sans calques : chaque imprimante montrerait autre chose.',
  },
  page_not_a4: {
    title: 'Cette page n’est pas au format A4',
    mend: 'Exportez-la en A4, ou laissez Pli proposer une réparation.',
  },
  document_font_not_embedded: {
    title: 'Une police de cette page n’est pas dans le fichier',
    mend: 'Exportez avec les polices incorporées (PDF/A), ou laissez Pli proposer une réparation.',
  },
  document_active_content: {
    title: 'Le fichier contient autre chose que des pages',
    mend: 'Enregistrez-le sans scripts, formulaires ni pièces jointes : imprimez-le vers un nouveau PDF.',
  },
  document_infected: { title: 'Un virus a été trouvé dans ce fichier', mend: 'N’envoyez pas ce fichier.' },
  virus_scan_unavailable: {
    title: 'L’antivirus ne répond pas',
    mend: 'Aucun document n’est pris sans lui : réessayez un peu plus tard.',
  },
  machine_busy: { title: 'Le serveur est trop occupé pour lire ce document', mend: 'Réessayez dans une minute.' },
  document_not_proposed: { title: 'Ce document n’attend pas d’accord', mend: 'Il est déjà enregistré : employez-le.' },
  document_not_accepted: {
    title: 'La réparation n’est pas encore acceptée',
    mend: 'Regardez les pages réparées, puis acceptez-les.',
  },
  form_unreadable: { title: 'Le fichier n’a pas pu être lu', mend: 'Déposez-le de nouveau, seul.' },
  split_nothing_found: {
    title: 'Aucun début de lettre n’a été trouvé',
    mend: 'Vérifiez la zone, le texte ou le code-barres cherché ; un scan n’a pas de texte.',
  },
  split_takes_too_long: {
    title: 'La recherche dans le document est trop longue',
    mend: 'Indiquez une petite zone et une seule sorte de code-barres, ou partagez le document.',
  },
  zone_not_empty: {
    title: 'Cette zone doit rester libre',
    mend: 'Pli y imprime l’adresse ou ses marques : laissez vides la place de la fenêtre et la marge gauche.',
  },
  other_address_in_window: {
    title: 'Le document montre l’adresse de quelqu’un d’autre',
    mend: 'Vérifiez que document et destinataire vont ensemble, et acceptez-le si c’est voulu.',
  },
  mark_zone_not_free: {
    title: 'Il n’y a aucune place pour le code de la feuille',
    mend: 'Laissez libre la marge gauche, sur 18 mm.',
  },
  compose_timeout: {
    title: 'La mise en page est trop longue',
    mend: 'Simplifiez le modèle ou raccourcissez les données.',
  },
  compose_failed: {
    title: 'La lettre n’a pas pu être composée',
    mend: 'Simplifiez le modèle, allégez ses images, ou exportez à nouveau le document.',
  },
  raster_failed: { title: 'Le document n’a pas pu être dessiné', mend: 'Exportez-le à nouveau, puis déposez-le.' },
  too_many_pages: {
    title: 'La lettre a trop de pages',
    mend: 'Raccourcissez-la, ou envoyez-la en deux lettres ; page d’adresse et pièces jointes comptent.',
  },
  page_count_differs: {
    title: 'Les pages composées ne sont pas celles comptées',
    mend: 'Commandez la lettre de nouveau ; si cela se répète, prévenez le prestataire.',
  },
  address_too_wide: {
    title: 'Une ligne de l’adresse est plus large que la fenêtre',
    mend: 'Raccourcissez ou abrégez-la.',
  },
  text_not_printable: {
    title: 'Un caractère ne s’imprime pas',
    mend: 'Écrivez en alphabet latin, grec ou cyrillique.',
  },
  envelope_not_stocked: {
    title: 'L’atelier n’a pas cette enveloppe',
    mend: 'Choisissez-en une autre, ou laissez Pli choisir.',
  },
  paper_not_stocked: {
    title: 'L’atelier n’a pas ce papier ou cette enveloppe',
    mend: 'Réessayez ; si cela dure, le prestataire doit l’ajouter à ses stocks.',
  },
  envelope_too_small: {
    title: 'La lettre ne tient pas dans cette enveloppe',
    mend: 'Prenez-en une plus grande, imprimez recto verso, ou raccourcissez la lettre.',
  },
  too_heavy: {
    title: 'La lettre est trop lourde pour ce service',
    mend: 'Choisissez un autre service, ou raccourcissez la lettre.',
  },
  too_heavy_to_tell: {
    title: 'La lettre est trop près du poids limite du service',
    mend: 'Le papier varie : choisissez un autre service, ou ôtez une feuille.',
  },
  calendar_never_open: {
    title: 'Aucun dépôt ne peut être prévu',
    mend: 'Aucun jour n’est ouvert au calendrier : demandez au prestataire de le corriger.',
  },
  document_erased: {
    title: 'Un document de la lettre a été effacé',
    mend: 'Déposez-le de nouveau et commandez la lettre à nouveau.',
  },
  letter_without_content: { title: 'La lettre n’a rien à imprimer', mend: 'Donnez-lui un document ou un modèle.' },
  previews_too_many: { title: 'Trop d’aperçus à la fois', mend: 'Attendez que l’un soit prêt, puis réessayez.' },
  preview_not_ready: { title: 'L’aperçu est encore en préparation', mend: 'Attendez quelques secondes.' },
  preview_refused: {
    title: 'La lettre ne peut pas être faite : il n’y a pas de page à voir',
    mend: 'Corrigez ce qui est indiqué, puis regardez à nouveau.',
  },
  template_version_unknown: {
    title: 'Cette version du modèle n’existe pas',
    mend: 'Elle est d’un autre compte ou d’un autre mode, ou a été retirée : choisissez-en une autre.',
  },
  template_version_withdrawn: { title: 'Cette version du modèle est retirée', mend: 'Ajoutez une nouvelle version.' },
  template_not_approved: {
    title: 'Cette version du modèle n’est pas approuvée',
    mend: 'Faites-la approuver, ou envoyez en mode test.',
  },
  template_data_invalid: { title: 'Les données ne conviennent pas au modèle', mend: 'Corrigez le champ indiqué.' },
  template_sample_invalid: { title: 'L’exemple ne suit pas le schéma', mend: 'Corrigez l’exemple ou le schéma.' },
  template_data_too_slow: {
    title: 'La vérification des données est trop longue',
    mend: 'Simplifiez les motifs du schéma : pas de répétition dans une répétition.',
  },
  template_invalid: { title: 'Le modèle ne peut pas être lu', mend: 'Corrigez-le à la ligne indiquée.' },
  template_reaches_out: {
    title: 'Le modèle charge quelque chose de l’extérieur',
    mend: 'Intégrez l’image, le style ou la police dans le modèle (data:).',
  },
  template_too_large: {
    title: 'Le modèle est trop grand',
    mend: 'Réduisez ses images : un million de caractères au plus.',
  },
  template_schema_invalid: { title: 'Le schéma des données ne convient pas', mend: 'Corrigez le schéma JSON.' },
  template_render_failed: {
    title: 'Le modèle n’a pas pu être rempli',
    mend: 'Il lui manque une donnée, ou il est trop long à remplir : corrigez le modèle ou l’exemple.',
  },
} as const;
