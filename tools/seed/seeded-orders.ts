import { newId } from '#contracts/new-id';
import { letterContentHash, newLetterKey } from '#database/content-hash';
import { destinationZoneOf } from '#domain/destinations';
import { defaultOptions } from '#domain/options';
import { addressee } from '../demonstration/addressees.ts';
import type { Dice } from '../demonstration/dice.ts';
import type { SeedAccount, SeedWorld } from './seeded-world.ts';
import type { SeedRow } from './tables.ts';

/** What becomes of a seeded letter on its day: it goes its way, or ends before there is paper. */
export type Fate = 'sent' | 'unprintable' | 'cancelled';

export interface SeedLetter {
  id: string;
  account: SeedAccount;
  fate: Fate;
  registered: boolean;
  sheets: number;
  weightMg: number;
  /** As it was accepted. */
  row: SeedRow;
}

export interface SeedOrder {
  row: SeedRow;
  submittedAt: Date;
  letters: SeedLetter[];
}

const minute = 60_000;
/** Of every letter of an order of some size: cancelled, unprintable, registered (per thousand). */
const shares = { cancelled: 3, unprintable: 2, registered: 80 };
const someSize = 10;

/**
 * The orders of a day: most of one to three letters, most letters in orders of a hundred to a thousand, as print rooms get them.
 * @param keptContent false: the letters were erased since; what they said, and the key of its hash, are gone
 */
export function* ordersOfDay(
  world: SeedWorld,
  dice: Dice,
  given: { letters: number; morning: Date; keptContent: boolean },
): Generator<SeedOrder> {
  let left = given.letters;
  for (let n = 0; left > 0; n++) {
    const account = dice.pick(world.accounts);
    const size = Math.min(left, dice.below(100) < 85 ? 1 + dice.below(3) : 100 + dice.below(900));
    left -= size;
    const at = new Date(given.morning.getTime() + (dice.below(240 * 60) / 60) * minute);
    yield orderOf(world, dice, account, size, at, given.keptContent);
  }
}

function orderOf(
  world: SeedWorld,
  dice: Dice,
  account: SeedAccount,
  size: number,
  at: Date,
  keptContent: boolean,
): SeedOrder {
  const { id: siteId, mode } = world.site;
  const id = newId('order', at);
  const registered = dice.below(1000) < shares.registered;
  const service = registered
    ? 'registered'
    : account.terms.services.includes('economy') && dice.below(3) === 0
      ? 'economy'
      : 'priority';
  const options = { ...defaultOptions, service };
  const reference = `${account.id.slice(-4).toUpperCase()}-${at.toISOString().slice(0, 10)}-${dice.below(100_000)}`;
  const owner = { account_id: account.id, mode, site_id: siteId };
  const letters = Array.from({ length: size }, (__, i): SeedLetter => {
    const chance = dice.below(1000);
    const fate: Fate =
      size < someSize
        ? 'sent'
        : chance < shares.cancelled
          ? 'cancelled'
          : chance < shares.cancelled + shares.unprintable
            ? 'unprintable'
            : 'sent';
    const sheets = 1 + (dice.below(4) === 0 ? 1 + dice.below(2) : 0);
    const recipient = addressee(dice);
    const content = {
      recipient,
      sender: null,
      data: { number: `${reference}/${i + 1}`, day: `${1 + dice.below(28)} mars`, index: dice.below(900) },
      client_reference: `${reference}/${i + 1}`,
    };
    const key = keptContent ? newLetterKey() : null;
    const letterId = newId('letter', at);
    const weightMg = 5000 + sheets * 4990;
    const row = {
      id: letterId,
      order_id: id,
      position: i + 1,
      ...owner,
      state: 'accepted',
      state_since: at,
      deadline_at: new Date(at.getTime() + 60 * minute),
      ...(keptContent ? content : { recipient: null, sender: null, data: null, client_reference: null }),
      content_key: key,
      // Of an erased letter nobody can say any more what its hash was made of.
      content_hash: letterContentHash(key ?? newLetterKey(), keptContent ? content : { ...content, data: null }),
      country: recipient.country ?? 'FR',
      postcode: recipient.postcode,
      options,
      service,
      template_version_id: account.versionId,
      created_at: at,
    };
    return { id: letterId, account, fate, registered, sheets, weightMg, row };
  });
  const row = {
    id,
    ...owner,
    contract_id: account.contract,
    state: 'submitted',
    state_since: at,
    deadline_at: new Date(at.getTime() + 60 * minute),
    options,
    client_reference: reference,
    cost_centre: `CC${1 + dice.below(40)}`,
    letters: size,
    open_letters: 0,
    created_at: at,
    submitted_at: at,
  };
  return { row, submittedAt: at, letters };
}

/** Where a letter goes, as lots part it. */
export const zoneOf = ({ row }: SeedLetter): string =>
  destinationZoneOf({ country: String(row.country), postcode: String(row.postcode) });
