import { formatMark, type Mode } from '#domain/marks';
import { houseFonts } from '../fonts/house-fonts.ts';
import type { DocumentTools } from '../tools.ts';
import { count, counted, longDay } from './french.ts';
import { Paper } from './paper.ts';

/** What a lot ticket (fiche suiveuse) says. Texts are printed as they are given. */
export type LotTicket = {
  readonly site: string;
  readonly siteName: string;
  readonly lot: number;
  readonly mode: Mode;
  readonly pieces: number;
  /** Sheets of the print file, header and trailer included. */
  readonly sheets: number;
  readonly product: string;
  readonly contract: string;
  readonly franking: string;
  readonly envelope: string;
  readonly paper: string;
  readonly colour: string;
  readonly sides: string;
  readonly fold: string;
  readonly inserts: string;
  readonly weightBand: string;
  /** Planned deposit day, YYYY-MM-DD, and the hour before which it must leave. */
  readonly depositDay: string;
  readonly latestInsertion: string;
  readonly printJob: string;
  readonly trays: readonly {
    readonly tray: number;
    readonly fromPiece: number;
    readonly toPiece: number;
    /** Postcodes, or countries. */
    readonly destination: string;
  }[];
  /** Set when the lot prints copies of spoiled pieces. */
  readonly reprintOf?: string;
};

/** The paper that follows a lot through the room: scanned at printer, inserter and tray, filled in by hand. */
export function lotTicket(ticket: LotTicket, tools: DocumentTools): Promise<Uint8Array> {
  const { site, lot, mode, pieces, sheets, trays } = ticket;
  const number = `${site} – ${lot}`;
  const paper = new Paper(houseFonts(tools.fonts), {
    title: `Fiche suiveuse ${number}`,
    mode,
    foot: `${ticket.siteName} – fiche suiveuse du lot ${number}. Reste avec le lot jusqu’à sa clôture.`,
  });
  paper.head('Fiche suiveuse', number, formatMark({ kind: 'lot_ticket', site, lot }));
  paper.facts([
    ['Plis', counted(pieces, 'pli')],
    ['Feuilles à imprimer', `${count(sheets)}, début et fin de lot compris`],
    ['Produit', ticket.product],
    ['Contrat', ticket.contract],
    ['Affranchissement', ticket.franking],
    ['Tranche de poids', ticket.weightBand],
    ['Travail d’impression', ticket.printJob],
    ['Enveloppe', ticket.envelope],
    ['Papier', ticket.paper],
    ['Couleur, faces', `${ticket.colour}, ${ticket.sides}`],
    ['Pliage', ticket.fold],
    ['Encarts', ticket.inserts],
    ['Dépôt prévu', longDay(ticket.depositDay)],
    ['Sous pli avant', ticket.latestInsertion],
  ]);
  if (ticket.reprintOf !== undefined)
    paper.prose(
      `Reprise : copies de plis gâchés du lot ${ticket.reprintOf}. À mettre dans le bac résiduel, hors tri.`,
      {
        face: 'bold',
        size: 9.5,
      },
    );
  paper.section('Étapes');
  const step = (name: string, check: string) => ({ cells: [name, '', '', '', '', ''], aside: check });
  paper.table(
    [
      { head: 'Étape', width: 44 },
      { head: 'Début', width: 22 },
      { head: 'Fin', width: 22 },
      { head: 'Compteur', width: 28 },
      { head: 'Opérateur', width: 30 },
      { head: 'Visa', width: 28 },
    ],
    [
      step('Papier et enveloppes', 'Scanner le papier et les enveloppes : la classe doit être celle du lot.'),
      step(
        'Impression',
        `${count(sheets)} feuilles. Après un bourrage, l’imprimante répète des feuilles : noter combien.`,
      ),
      step(
        'Premier pli (bon à tirer)',
        'Fenêtre, pliage, contenu, poids, marque. Recommencer après un changement d’enveloppes ou d’opérateur.',
      ),
      step('Mise sous pli', `${counted(pieces, 'pli')}. Voisins d’un manque : suspects.`),
      step('Affranchissement', ticket.franking),
      step('Bacs scellés', `${counted(trays.length, 'bac')}. Étiquette et contenu vérifiés.`),
    ],
    7.4,
  );
  paper.section('Bacs prévus');
  paper.table(
    [
      { head: 'Bac', width: 26 },
      { head: 'Plis', width: 30, align: 'right' },
      { head: 'Du pli', width: 26, align: 'right' },
      { head: 'Au pli', width: 26, align: 'right' },
      { head: 'Destination', width: 66, align: 'right' },
    ],
    trays.map(({ tray, fromPiece, toPiece, destination }) => ({
      cells: [String(tray), count(toPiece - fromPiece + 1), count(fromPiece), count(toPiece), destination],
    })),
  );
  paper.section('Rapprochement (les trois comptes doivent tomber juste)');
  paper.boxes(
    [
      'Feuilles : imprimées =\nbonnes + gâchées + service + répétées',
      'Plis : entrés =\nbons + gâchés + annulés',
      'Enveloppes : sorties du stock =\nbonnes + gâchées + rendues',
    ],
    21,
  );
  return paper.pdf();
}
