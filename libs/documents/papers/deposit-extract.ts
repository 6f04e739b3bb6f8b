import { formatMark, type Mode, specimenWord } from '#domain/marks';
import { houseFonts } from '../fonts/house-fonts.ts';
import type { DocumentTools } from '../tools.ts';
import { counted, grams, longDay, moment, productName } from './french.ts';
import { Paper } from './paper.ts';

export type ExtractLetter = {
  /** The customer's own reference, when it gave one. */
  readonly reference?: string;
  /** Our id of the letter. */
  readonly letterId: string;
  readonly recipient: string;
  readonly town: string;
  readonly product: string;
  readonly weightMg: number;
  readonly registeredNumber?: string;
  readonly state: 'handed_over' | 'accepted' | 'missing' | 'refused';
};

export type DepositExtract = {
  readonly site: string;
  readonly siteName: string;
  readonly deposit: number;
  readonly mode: Mode;
  readonly customer: string;
  /** The contract with the carrier under which it went. */
  readonly contract: string;
  /** Day of the deposit, YYYY-MM-DD. */
  readonly day: string;
  readonly handedOverAt?: string;
  /** The carrier's date and hour; absent until it accepted. */
  readonly acceptedAt?: string;
  readonly timeZone: string;
  readonly letters: readonly ExtractLetter[];
};

/** The part of a deposit that is one customer's: its own letters, never another's, nor the deposit's totals. */
export function depositExtract(extract: DepositExtract, tools: DocumentTools): Promise<Uint8Array> {
  const { site, deposit, mode, letters, timeZone } = extract;
  const number = `${site} – ${deposit}`;
  const paper = new Paper(houseFonts(tools.fonts), {
    title: `Extrait du dépôt ${number}, ${extract.customer}`,
    mode,
    foot: `Extrait établi par : ${extract.siteName}, pour : ${extract.customer}. ${specimenWord} – n’est le document d’aucun opérateur postal.`,
  });
  paper.head('Extrait de dépôt', number, formatMark({ kind: 'deposit', site, deposit }), specimenWord);
  paper.facts([
    ['Client', extract.customer],
    ['Date de dépôt', longDay(extract.day)],
    ['Vos plis', counted(letters.length, 'pli')],
    ['Contrat', extract.contract],
    ['Remis à l’opérateur', extract.handedOverAt ? moment(extract.handedOverAt, timeZone) : 'pas encore'],
    ['Pris en charge', extract.acceptedAt ? moment(extract.acceptedAt, timeZone) : 'en attente de l’opérateur'],
  ]);
  paper.section('Vos plis dans ce dépôt');
  paper.table(
    [
      { head: 'Référence', width: 36 },
      { head: 'Destinataire', width: 60 },
      { head: 'Code postal et ville', width: 49 },
      { head: 'Poids', width: 14, align: 'right' },
      { head: 'État', width: 15, align: 'right' },
    ],
    letters.map(({ reference = '–', letterId, recipient, town, weightMg, state, product, registeredNumber }) => ({
      cells: [reference, recipient, town, grams(weightMg), states[state]],
      aside: [productName(product), ...(registeredNumber ? [`n° ${registeredNumber}`] : []), letterId].join(' – '),
    })),
  );
  const missing = letters.filter(({ state }) => state === 'missing').length;
  if (missing > 0)
    paper.prose(
      `${counted(missing, 'pli')} de cette liste ${missing < 2 ? 'n’a' : 'n’ont'} pas été ${missing < 2 ? 'trouvé' : 'trouvés'} par l’opérateur. Un dossier est ouvert ; son issue sera portée au suivi de la lettre.`,
      { face: 'bold', size: 9.2 },
    );
  paper.prose(
    extract.acceptedAt
      ? 'La date de prise en charge est celle que l’opérateur a communiquée. Cet extrait atteste la remise ; la preuve de dépôt est émise par l’opérateur.'
      : 'L’opérateur n’a pas encore communiqué ses comptes : cet extrait atteste la préparation et la remise, non la prise en charge.',
  );
  return paper.pdf();
}

const states: Record<ExtractLetter['state'], string> = {
  handed_over: 'remis',
  accepted: 'accepté',
  missing: 'manquant',
  refused: 'refusé',
};
