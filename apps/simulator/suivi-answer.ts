import type { TrackedItem } from './received.ts';

export interface SuiviReply {
  readonly status: number;
  readonly body: unknown;
}

/** The steps of the published timeline, in order; a step is done once the item has an event of its codes. */
const timeline = [
  { id: 1, shortLabel: 'Annoncé', codes: ['DR1', 'PC1'] },
  { id: 2, shortLabel: 'Pris en charge', codes: ['PC1'] },
  { id: 3, shortLabel: 'En cours d’acheminement', codes: ['ET1'] },
  { id: 4, shortLabel: 'En cours de distribution', codes: ['MD2', 'DI1'] },
  { id: 5, shortLabel: 'Distribué', codes: ['DI1'] },
];

/**
 * Answers `GET /suivi/v2/idships/{ids}` as La Poste publishes it: one number gets its object, several (at most ten) an array
 * under 207, an unknown one returnCode 104, no key 401. SPECIMEN in the product's name: this is no real tracking.
 */
export function suiviReply(
  known: ReadonlyMap<string, TrackedItem>,
  ids: string,
  key: string | undefined,
  expectedKey?: string,
): SuiviReply {
  if (!key || (expectedKey !== undefined && key !== expectedKey))
    return { status: 401, body: { code: 'UNAUTHORIZED', message: 'This action requires an authorization' } };
  const numbers = ids.split(',').filter((id) => id !== '');
  const valid = numbers.length > 0 && numbers.length <= 10 && numbers.every((id) => /^[A-Za-z0-9]{8,20}$/.test(id));
  if (!valid) return { status: 400, body: { returnCode: 400, returnMessage: 'Le format du numéro est invalide.' } };
  const answers = numbers.map((id) => answerOf(id, known.get(id)));
  const [only] = answers;
  if (answers.length > 1 || !only) return { status: 207, body: answers };
  return { status: only.returnCode === 200 ? 200 : 404, body: only };
}

function answerOf(id: string, item: TrackedItem | undefined): { returnCode: number } & Record<string, unknown> {
  if (!item || item.events.length === 0)
    return {
      lang: 'fr_FR',
      scope: 'open',
      returnCode: 104,
      returnMessage: 'Aucune donnée pour ce numéro.',
      idShip: id,
    };
  const codes = item.events.map(({ code }) => code);
  return {
    lang: 'fr_FR',
    scope: 'open',
    returnCode: 200,
    shipment: {
      idShip: id,
      holder: 1,
      product: `SPECIMEN ${item.product}`,
      isFinal: codes.includes('DI1'),
      entryDate: item.events[0]?.at,
      timeline: timeline.map(({ id: step, shortLabel, codes: by }) => {
        const event = item.events.find(({ code }) => by.includes(code));
        return {
          id: step,
          shortLabel,
          longLabel: '',
          status: event !== undefined,
          type: 1,
          ...(event && { date: event.at }),
        };
      }),
      event: item.events.map(({ code, label, at }, i) => ({ order: 100 + i, code, label, date: at })).reverse(),
      contextData: { originCountry: 'FR', arrivalCountry: 'FR' },
    },
  };
}
