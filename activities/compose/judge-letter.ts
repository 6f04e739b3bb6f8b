import type { SiteCalendars, DepositPlan } from '#domain/deposit-planning';
import { planDeposit } from '#domain/deposit-planning';
import { destinationZoneOf } from '#domain/destinations';
import { chooseEnvelope } from '#domain/envelope-choice';
import { accountsMix, lotKeyText, lotKindOf, type LotKey } from '#domain/lot-key';
import { MailError } from '#domain/mail-error';
import { postageOn } from '#domain/postage';
import { productFor, serviceOn } from '#domain/services';
import { bandOf, weighPiece } from '#domain/weight';
import type { ProductionData } from '#database/production/production-data';
import type { WaitingLetter } from './letters-of-portion.ts';

/** What is known of a letter once its sheets are counted: how it is enveloped, weighed, priced and with which others it is made. */
export interface Judged {
  envelope: string;
  weight_mg: number;
  weight_band: number;
  postage_cents: number;
  lot_key: LotKey;
  lot_key_text: string;
  plan: DepositPlan;
}

/** The rules of one portion: dated data, and the deposit that each send date leads to, reckoned once. */
export function judgeOf(siteId: string, data: ProductionData, calendars: SiteCalendars, at: Date) {
  const plans = new Map<string | undefined, DepositPlan>();
  const planFor = (sendDate: string | undefined): DepositPlan => {
    const plan = plans.get(sendDate) ?? planDeposit(data.profile, calendars, at, sendDate);
    plans.set(sendDate, plan);
    return plan;
  };

  /** @throws MailError when no service, envelope or price of the site takes the letter */
  return (letter: WaitingLetter, sheets: number): Judged => {
    const { options, terms } = letter;
    const plan = planFor(options.sendDate);
    const product = productFor(letter.service, options.acknowledgement);
    const destination = destinationZoneOf(letter);
    const service = serviceOn(data.services, product, destination, plan.j, letter.country);
    const envelope = chooseEnvelope(options.envelope, sheets, data.envelopes);
    const [paper] = data.papers;
    if (paper === undefined)
      throw new MailError('paper_not_stocked', 'The print room has no paper stock. Its provider must add one.');
    const weight = weighPiece({ sheets, paper, envelope });
    const { bandLimit } = bandOf(weight, service.bandLimits);
    const mixes = accountsMix({ contractOwner: terms.contractOwner, ...terms.mixing });
    const lot_key: LotKey = {
      site: siteId,
      mode: letter.mode,
      kind: lotKindOf({ product, copy: 1 }),
      product,
      contract: terms.carrierContract,
      franking: terms.franking,
      envelope: envelope.format,
      envelopeStock: envelope.id,
      paperStock: paper.id,
      colour: options.colour,
      sides: options.sides,
      fold: envelope.fold,
      inserts: options.inserts,
      integrity: options.integrity,
      destination,
      account: mixes ? null : letter.account_id,
    };
    return {
      envelope: envelope.format,
      weight_mg: weight.massMg,
      weight_band: bandLimit,
      postage_cents: postageOn(data.postage, product, destination, bandLimit, plan.j),
      lot_key,
      lot_key_text: lotKeyText(lot_key),
      plan,
    };
  };
}
