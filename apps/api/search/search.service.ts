import { Injectable } from '@nestjs/common';
import type { Found, FoundLetter, SearchQuery, SiteFound } from '#contracts/api/search';
import { readSearchText } from '#domain/search-text';
import type { Call } from '../http/caller.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { findAtSite } from './find-at-site.ts';
import { findLetters } from './find-letters.ts';
import { findOrders } from './find-orders.ts';

/** One box for everything that has a number or a name. */
@Injectable()
export class SearchService {
  constructor(private readonly ledger: ScopedLedger) {}

  forAccount(call: Call, { text, limit }: SearchQuery): Promise<Found> {
    const search = readSearchText(text);
    return this.ledger.read(call, async (sql) => {
      const orders = await findOrders(sql, search, limit);
      const letters = await findLetters(sql, search, limit);
      return {
        open: openOf(orders, letters),
        orders: orders.slice(0, limit),
        letters: letters.slice(0, limit),
        more: orders.length > limit || letters.length > limit,
      };
    });
  }

  atSite(call: Call, { text, limit }: SearchQuery): Promise<SiteFound> {
    return this.ledger.read(call, async (sql) => {
      const things = await findAtSite(sql, readSearchText(text), limit);
      const [first, second] = things;
      return { open: first !== undefined && second === undefined ? first : null, things };
    });
  }
}

/** A name is never opened by itself: whoever it is, the one who searches chooses. */
function openOf(orders: Found['orders'], letters: readonly FoundLetter[]): Found['open'] {
  const [order, letter] = [orders[0], letters[0]];
  if (orders.length + letters.length !== 1) return null;
  if (order !== undefined) return { kind: 'order', id: order.id };
  return letter === undefined || letter.by === 'name' ? null : { kind: 'letter', id: letter.id };
}
