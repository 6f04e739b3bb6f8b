import type { EventView } from '#contracts/api/events';
import type { NoticeKind } from '#domain/telling';

/** Lines of a mail at most: whoever needs all of them reads the feed. */
const MOST_LINES = 50;

const headings: Record<NoticeKind, { one: string; many: (count: number) => string; what: string }> = {
  order_ended: {
    one: 'Une commande est terminée',
    many: (count) => `${count} commandes sont terminées`,
    what: 'Chaque lettre a atteint son état final.',
  },
  letter_unprintable: {
    one: 'Une lettre n’a pas pu être imprimée',
    many: (count) => `${count} lettres n’ont pas pu être imprimées`,
    what: 'Le motif est indiqué ; corrigez le document et commandez à nouveau.',
  },
  letter_returned: {
    one: 'Une lettre est revenue',
    many: (count) => `${count} lettres sont revenues`,
    what: 'Le transporteur les a retournées à l’expéditeur.',
  },
  letter_lost: {
    one: 'Une lettre est perdue',
    many: (count) => `${count} lettres sont perdues`,
    what: 'Le transporteur ne les a pas retrouvées dans le délai.',
  },
  webhook_disabled: {
    one: 'Un webhook est désactivé',
    many: (count) => `${count} webhooks sont désactivés`,
    what: 'Plus rien ne lui est envoyé ; rien n’est perdu : réactivez-le (POST /v1/webhooks/…/enable) et il reçoit ce qu’il a manqué.',
  },
  ticket_answered: {
    one: 'Le support a répondu',
    many: (count) => `Le support a répondu à ${count} demandes`,
    what: 'La réponse se lit sous Support ; écrivez à nouveau si elle ne suffit pas.',
  },
};

/** A mail about events of one kind, in French as all that Pli writes on paper: ids, states and reasons, no name and no address of anybody. */
export function mailOf(
  kind: NoticeKind,
  mode: string,
  events: readonly EventView[],
): { subject: string; text: string } {
  const { one, many, what } = headings[kind];
  const test = mode === 'test' ? '[TEST] ' : '';
  const heading = events.length === 1 ? one : many(events.length);
  const lines = events
    .slice(0, MOST_LINES)
    .map(({ subjectId, state, reason, at, number }) =>
      [`- ${subjectId}`, state ?? '', reason ?? '', at, `n° ${number}`].filter((part) => part !== '').join(' · '),
    );
  const rest = events.length > MOST_LINES ? [`… et ${events.length - MOST_LINES} autres.`] : [];
  return {
    subject: `${test}Pli : ${heading.charAt(0).toLowerCase()}${heading.slice(1)}`,
    text: [
      `${heading}.`,
      what,
      '',
      ...lines,
      ...rest,
      '',
      `Tous les événements : GET /v1/events?after=${(events[0]?.number ?? 1) - 1}`,
      'Ces avis se règlent par /v1/notices.',
      '',
    ].join('\n'),
  };
}
