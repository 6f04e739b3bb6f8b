import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { PreviewedLetter, PreviewView } from '#contracts/api/previews';
import type { ProblemItem } from '#contracts/api/problem';
import type { Mode, Sql } from '#database/scope';
import type { LetterWarning } from '#domain/letter-warnings';
import type { PreviewState } from '#domain/life-cycles';
import type { Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { waitingView } from './waiting-view.ts';

/** A preview that is waited for is read this often. */
const LOOK_EVERY_MS = 200;
/** Calls of this process that may wait at once; one more is answered as it stands. */
const MOST_WAITING = 50;

interface PreviewRow {
  id: string;
  state: PreviewState;
  state_since: Date;
  mode: Mode;
  site_id: string;
  created_at: Date;
  valid_until: Date;
  deadline_at: Date | null;
  trouble: { code: string; detail: string } | null;
  made: Made | null;
  warnings: LetterWarning[] | null;
  problems: ProblemItem[] | null;
  pages: number | null;
}
type Made = Omit<PreviewedLetter, 'plannedDeposit'> & { day: string; leaves_at: string };

const columns = `id, state, state_since, mode, site_id, created_at, valid_until, deadline_at, trouble, warnings, problems, pages,
  case when state = 'ready' then jsonb_build_object('pages', pages, 'sheets', sheets, 'parts', parts, 'envelope', envelope, 'weightMg', weight_mg,
    'weightBand', weight_band, 'product', product, 'destination', destination, 'postageCents', postage_cents, 'day', deposit_day, 'leaves_at', leaves_at,
    'promise', jsonb_build_object('days', promise_days, 'day', promised_day)) end as made`;

/** What an account sees of its previews. */
@Injectable()
export class PreviewViews {
  private waiting = 0;

  constructor(private readonly ledger: ScopedLedger) {}

  /** The preview once it is made, or as it stands when so many seconds have passed. */
  async settled(call: Call, id: string, seconds: number): Promise<PreviewView> {
    let view = await this.one(call, id);
    if (view.state !== 'making' || this.waiting >= MOST_WAITING) return view;
    this.waiting++;
    try {
      const until = performance.now() + seconds * 1000;
      while (view.state === 'making' && performance.now() + LOOK_EVERY_MS <= until) {
        await delay(LOOK_EVERY_MS);
        view = await this.one(call, id);
      }
      return view;
    } finally {
      this.waiting--;
    }
  }

  private one(call: Call, id: string): Promise<PreviewView> {
    return this.ledger.read(call, async (sql) => viewOf(await rowOf(sql, id)));
  }
}

async function rowOf(sql: Sql, id: string): Promise<PreviewRow> {
  const [row] = await sql<PreviewRow>(`select ${columns} from pli.previews where id = $1`, [id]);
  if (row === undefined) throw notFound('preview');
  return row;
}

function viewOf(row: PreviewRow): PreviewView {
  const { id, state, state_since: since, mode, trouble, warnings, problems } = row;
  return {
    id,
    state,
    since: since.toISOString(),
    mode,
    siteId: row.site_id,
    createdAt: row.created_at.toISOString(),
    validUntil: row.valid_until.toISOString(),
    waiting: waitingView('preview', { state, since, until: row.deadline_at }),
    trouble,
    made: row.made && madeOf(row.made),
    warnings: warnings ?? [],
    problems: problems ?? [],
    pages: state === 'erased' ? null : row.pages,
  };
}

function madeOf({ day, leaves_at, promise, ...counted }: Made): PreviewedLetter {
  return { ...counted, plannedDeposit: { day, leavesAt: new Date(leaves_at).toISOString() }, promise };
}
