import { Inject, Injectable } from '@nestjs/common';
import type { ContractTerms } from '#contracts/api/contracts';
import type { PreviewPageQuery, PreviewPdfQuery } from '#contracts/api/previews';
import { geometryAt } from '#database/production/production-data';
import type { Mode, Sql } from '#database/scope';
import { FairTurns } from '#documents/fair-turns';
import { houseFonts } from '#documents/fonts/house-fonts';
import { pagePng } from '#documents/page-png';
import { withPlaceholders, withZones, type LetterToShow } from '#documents/preview-drawing';
import type { Part } from '#documents/sheets';
import type { DocumentTools } from '#documents/tools';
import type { EnvelopeFormat } from '#domain/geometry';
import type { PreviewState } from '#domain/life-cycles';
import { MailError } from '#domain/mail-error';
import type { OrderOptions } from '#domain/options';
import { accountBlobs, type Blobs } from '#storage/blobs';
import { customerOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { BLOBS, TOOLS } from '../parts.ts';

interface Row {
  state: PreviewState;
  state_since: Date;
  site_id: string;
  mode: Mode;
  options: OrderOptions;
  template: boolean;
  /** Null with a letter that could not even be drawn. */
  composed_blob: string | null;
  parts: Part[];
  sheet_code_zones: number[];
  pages: number;
  envelope: EnvelopeFormat;
  product: string;
  franking: ContractTerms['franking'];
}
interface Shown extends LetterToShow {
  row: Row & { state: 'ready' };
}
/** The pages of a letter that cannot be made, as far as it came: no marks will ever stand on them. */
interface NotMade {
  row: Pick<Row, 'pages'> & { state: 'refused' };
  pdf: Uint8Array;
}

/** Drawings of one account in one mode that may wait, a letter's pages asked for at once among them; more are told to come back. */
const WAITING_AN_ACCOUNT = 30;

/** The pages of a preview, as a PDF or as pictures. */
@Injectable()
export class PreviewPages {
  /** Drawing a page takes a core for a part of a second; orders must not wait behind it, nor one account behind another. */
  private readonly turns = new FairTurns(1, WAITING_AN_ACCOUNT);

  constructor(
    private readonly ledger: ScopedLedger,
    @Inject(BLOBS) private readonly blobs: Blobs,
    @Inject(TOOLS) private readonly tools: DocumentTools,
  ) {}

  /** The letter with placeholders for its marks, or its bytes as they are stored. */
  async pdf(call: Call, id: string, marks: PreviewPdfQuery['marks']): Promise<Uint8Array> {
    if (marks === 'none') return (await this.letterOf(call, id)).pdf;
    return this.inTurn(call, async () => {
      const letter = await this.letterOf(call, id);
      return isMade(letter) ? withPlaceholders(letter, this.fonts()) : letter.pdf;
    });
  }

  /** One page of it; `not_found` beyond the last. */
  async png(call: Call, id: string, page: number, { dpi, zones }: PreviewPageQuery): Promise<Buffer> {
    return this.inTurn(call, async () => {
      const letter = await this.letterOf(call, id);
      if (page > letter.row.pages) throw notFound(`page: the letter has ${letter.row.pages}`);
      if (!isMade(letter)) return pagePng(letter.pdf, { page, dpi, grey: false }, this.tools);
      const { envelope, template, options } = letter.row;
      const withMarks =
        zones === 'true'
          ? await withZones(letter, { envelope: letter.geometry.envelopes[envelope], template }, this.fonts())
          : await withPlaceholders(letter, this.fonts());
      const grey = zones === 'false' && options.colour === 'black';
      return pagePng(withMarks, { page, dpi, grey }, this.tools);
    });
  }

  /** Letters are read in their turn: those that wait hold none. */
  private inTurn<T>(call: Call, work: () => Promise<T>): Promise<T> {
    const { account, mode } = customerOf(call);
    return this.turns.take(`${account}/${mode}`, work, call.gone());
  }

  private fonts() {
    return houseFonts(this.tools.fonts);
  }

  private letterOf(call: Call, id: string): Promise<Shown | NotMade> {
    const { account, mode } = customerOf(call);
    return this.ledger.read(call, async (sql) => {
      const row = await visibleRow(sql, id);
      const pdf = await this.blobs.read(sql, accountBlobs(account, mode), row.composed_blob);
      if (row.state !== 'ready') return { row: { state: 'refused', pages: row.pages }, pdf };
      return {
        row: { ...row, state: 'ready' },
        pdf,
        parts: row.parts,
        sides: row.options.sides,
        sheetCodeZones: row.sheet_code_zones,
        // The profile that held when it was composed.
        geometry: await geometryAt(sql, row.site_id, row.state_since),
        mode: row.mode,
        franking: row.franking === 'printed',
        registered: row.product.startsWith('registered'),
      };
    });
  }
}

const isMade = (letter: Shown | NotMade): letter is Shown => letter.row.state === 'ready';

/** @throws MailError when there is nothing to see yet, or any more */
async function visibleRow(sql: Sql, id: string): Promise<Row & { composed_blob: string }> {
  const [row] = await sql<Row>(
    `select p.state, p.state_since, p.site_id, p.mode, p.letter->'options' as options, (p.letter->>'template_version_id' is not null or p.template is not null) as template,
       p.composed_blob, p.parts, p.sheet_code_zones, p.pages, p.envelope, p.product, c.terms->>'franking' as franking
     from pli.previews p left join pli.contracts c on c.id = p.contract_id where p.id = $1`,
    [id],
  );
  if (row === undefined) throw notFound('preview');
  if (row.state === 'making')
    throw new MailError('preview_not_ready', 'This preview is still in the making. Ask again in a moment.', 'later');
  if (row.state === 'erased')
    throw new MailError('content_erased', 'The time of this preview is over: ask for another.');
  const { composed_blob } = row;
  if (composed_blob === null)
    throw new MailError('preview_refused', 'The letter of this preview cannot be made: its problems say why.');
  return { ...row, composed_blob };
}
