import { z } from 'zod';
import { MailError } from '#domain/mail-error';
import { suiviEvent } from './suivi-event.ts';
import { numbersPerQuestion, type Tracked, type Tracking } from './tracking.ts';

/**
 * Client of La Poste's tracking, API "Suivi" version 2 as published for developers: `GET /idships/{id}`, key in `X-Okapi-Key`,
 * one answer object for one number, an array under HTTP 207 for several (comma list, at most ten).
 */
export interface SuiviAccess {
  /** Up to and with the version, e.g. `https://api.laposte.fr/suivi/v2`. */
  readonly baseUrl: string;
  readonly key: string;
  readonly timeoutMs?: number;
}

const SuiviEvent = z.object({ code: z.string(), label: z.string().default(''), date: z.string() });
const SuiviAnswer = z.object({
  returnCode: z.number(),
  idShip: z.string().optional(),
  shipment: z
    .object({
      idShip: z.string(),
      product: z.string().optional(),
      isFinal: z.boolean().default(false),
      event: z.array(SuiviEvent).default([]),
    })
    .optional(),
});
const SuiviAnswers = z.union([z.array(SuiviAnswer), SuiviAnswer.transform((one) => [one])]);

export function suiviTracking({ baseUrl, key, timeoutMs = 15_000 }: SuiviAccess): Tracking {
  async function track(numbers: readonly string[]): Promise<Tracked[]> {
    if (numbers.length === 0) return [];
    if (numbers.length > numbersPerQuestion) throw new RangeError(`At most ${numbersPerQuestion} numbers a question.`);
    const url = `${baseUrl.replace(/\/$/, '')}/idships/${numbers.map(encodeURIComponent).join(',')}?lang=fr_FR`;
    const response = await fetch(url, {
      headers: { accept: 'application/json', 'x-okapi-key': key },
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error', // a redirect would carry the key elsewhere
    }).catch((cause: unknown) => {
      throw busy(cause);
    });
    if (response.status === 401 || response.status === 403) throw keyRefused();
    if (response.status === 429 || response.status >= 500) throw busy(`HTTP ${response.status}`);
    const answers = await readAnswers(response);
    return numbers.map((number) => tracked(number, answers));
  }
  return { track };
}

async function readAnswers(response: Response): Promise<z.infer<typeof SuiviAnswers>> {
  try {
    return SuiviAnswers.parse(await response.json());
  } catch (cause) {
    throw new MailError(
      'tracking_answer_unreadable',
      'The carrier’s tracking answered something that is not its published form. It is asked again; if this lasts, its API has changed.',
      'later',
      cause,
    );
  }
}

function tracked(number: string, answers: z.infer<typeof SuiviAnswers>): Tracked {
  const shipment = answers.find((answer) => answer.shipment?.idShip === number)?.shipment;
  if (!shipment) return { number, known: false, final: false, product: null, events: [] };
  // Published newest first; turned before sorting, so that events of the same second stay in their order.
  const events = shipment.event.flatMap((event) => suiviEvent(number, event) ?? []).reverse();
  return {
    number,
    known: true,
    final: shipment.isFinal,
    product: shipment.product ?? null,
    events: events.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
  };
}

function busy(cause: unknown): MailError {
  return new MailError(
    'tracking_busy',
    'The carrier’s tracking does not answer now. It is asked again later.',
    'later',
    cause,
  );
}

function keyRefused(): MailError {
  return new MailError(
    'tracking_key_refused',
    'The carrier’s tracking refused our key. Renew it in the carrier contract.',
    'never',
  );
}
