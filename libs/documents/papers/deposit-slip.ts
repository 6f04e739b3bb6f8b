import { formatMark, type Mode, specimenWord } from '#domain/marks';
import { houseFonts } from '../fonts/house-fonts.ts';
import type { DocumentTools } from '../tools.ts';
import { count, counted, grams, kilograms, longDay, moment, productName } from './french.ts';
import { Paper } from './paper.ts';

export type SlipLine = {
  readonly product: string;
  readonly band: string;
  readonly count: number;
  /** Mean weight of a piece, declared. */
  readonly meanMg: number;
  /** What the carrier counted; absent until its acknowledgement came. */
  readonly found?: { readonly count: number; readonly meanMg?: number };
};

export type DepositSlip = {
  readonly site: string;
  readonly siteName: string;
  readonly deposit: number;
  readonly mode: Mode;
  /** Who deposits, with address, and for which contract. */
  readonly depositor: string;
  readonly carrier: string;
  readonly contract: string;
  readonly place: string;
  /** YYYY-MM-DD and the slot's hours. */
  readonly day: string;
  readonly slot: string;
  readonly trays: readonly number[];
  readonly lines: readonly SlipLine[];
  /** The carrier's own date and hour (ISO), once it accepted. */
  readonly acceptedAt?: string;
  readonly timeZone: string;
};

/** The slip that goes with a deposit (bordereau de dépôt): what we declare, and beside it what the carrier finds. SPECIMEN. */
export function depositSlip(slip: DepositSlip, tools: DocumentTools): Promise<Uint8Array> {
  const { site, deposit, mode, lines, trays } = slip;
  const number = `${site} – ${deposit}`;
  const paper = new Paper(houseFonts(tools.fonts), {
    title: `Bordereau de dépôt ${number}`,
    mode,
    foot: `${specimenWord} – bordereau établi par : ${slip.siteName} ; n’est le document d’aucun opérateur postal.`,
  });
  paper.head('Bordereau de dépôt', number, formatMark({ kind: 'deposit', site, deposit }), specimenWord);
  paper.facts([
    ['Déposant', slip.depositor],
    ['Contrat', slip.contract],
    ['Opérateur', slip.carrier],
    ['Lieu de dépôt', slip.place],
    ['Date de dépôt', longDay(slip.day)],
    ['Créneau', slip.slot],
    ['Bacs', `${counted(trays.length, 'bac')} : ${ranges(trays)}`],
    [
      'Plis déclarés',
      counted(
        sum(lines, (line) => line.count),
        'pli',
      ),
    ],
  ]);
  paper.section('Plis déposés');
  const found = (line: SlipLine) => (line.found ? count(line.found.count) : '');
  const rows = lines.map((line) => ({
    cells: [
      productName(line.product),
      line.band,
      count(line.count),
      grams(line.meanMg),
      kilograms(line.meanMg * line.count),
      found(line),
      line.found?.meanMg === undefined ? '' : grams(line.found.meanMg),
      line.found ? difference(line.found.count - line.count) : '',
    ],
  }));
  const weight = sum(lines, (line) => line.count * line.meanMg);
  const total = sum(lines, (line) => line.count);
  const counted_ = lines.every((line) => line.found !== undefined);
  const foundTotal = sum(lines, (line) => line.found?.count ?? 0);
  paper.table(
    [
      { head: 'Produit', width: 42 },
      { head: 'Tranche', width: 22 },
      { head: 'Nombre', width: 18, align: 'right' },
      { head: 'Poids moyen', width: 22, align: 'right' },
      { head: 'Poids', width: 20, align: 'right' },
      { head: 'Nombre', width: 18, align: 'right' },
      { head: 'Poids moyen', width: 19, align: 'right' },
      { head: 'Écart', width: 13, align: 'right' },
    ],
    [
      ...rows,
      {
        cells: [
          'Total',
          '',
          count(total),
          total === 0 ? '' : grams(weight / total),
          kilograms(weight),
          counted_ ? count(foundTotal) : '',
          '',
          counted_ ? difference(foundTotal - total) : '',
        ],
        strong: true,
      },
    ],
    6.2,
    [
      { title: 'Déclaré par le déposant', from: 2, to: 4 },
      { title: 'Constaté par l’opérateur', from: 5, to: 7 },
    ],
  );
  if (slip.acceptedAt === undefined)
    paper.prose(
      'Les colonnes de droite sont remplies par l’opérateur. Un écart fait l’objet d’un dossier ; il n’est jamais corrigé en silence.',
    );
  else
    paper.prose(
      `Pris en charge par l’opérateur le ${moment(slip.acceptedAt, slip.timeZone)} (date et heure de l’opérateur).`,
      { face: 'bold', size: 9.5 },
    );
  paper.y += 4;
  paper.boxes(['Pour le déposant : nom, date, heure, signature', 'Pour l’opérateur : nom, date, heure, signature'], 30);
  paper.prose('Réserves de l’opérateur :', { size: 8, colour: 0.42 });
  paper.boxes([''], 20);
  return paper.pdf();
}

function difference(by: number): string {
  return by === 0 ? '0' : by > 0 ? `+${count(by)}` : `−${count(-by)}`;
}

/** `4, 7–9`. */
export function ranges(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const last = runs.at(-1);
    if (last && number <= last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

function sum<T>(things: readonly T[], of: (thing: T) => number): number {
  return things.reduce((total, thing) => total + of(thing), 0);
}
