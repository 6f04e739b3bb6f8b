/** The three texts of a version, as they are edited. */
export interface Texts {
  readonly html: string;
  readonly schema: string;
  readonly sample: string;
}

/** A letter to begin with: it leaves the margin and the window's place empty, and shows a field. */
export const starter: Texts = {
  html: `<style>
  @page { size: A4; margin: 110mm 20mm 20mm 25mm; }
  body { font: 11pt "Liberation Sans", sans-serif; line-height: 1.45; }
</style>
<p>Madame, Monsieur,</p>
<p>Votre dossier {{ dossier }} est complet. Il vous reste {{ total | euros }} à régler.</p>
<p>Le service des abonnements</p>
`,
  schema: JSON.stringify(
    {
      type: 'object',
      properties: {
        dossier: { type: 'string', title: 'Dossier', maxLength: 40 },
        total: { type: 'integer', title: 'Montant en centimes', minimum: 0 },
      },
      required: ['dossier', 'total'],
      additionalProperties: false,
    },
    undefined,
    2,
  ),
  sample: JSON.stringify({ dossier: 'A-1024', total: 1250 }, undefined, 2),
};
