import type { SupportCall } from './support-calls.ts';

const instant = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });
const why = {
  deadline_passed: 'sans réponse après l’échéance',
  asked_for: 'quelqu’un du support vous appelle',
} as const;

/** A mail that calls whoever leads support: which questions wait, since when, until when they should have waited. No word of what they ask. */
export function supportCallOf(calls: readonly SupportCall[]): { subject: string; text: string } {
  const [one] = calls;
  const heading =
    calls.length === 1
      ? `Une demande attend sa réponse : ${why[one?.reason ?? 'deadline_passed']}`
      : `${calls.length} demandes attendent leur réponse`;
  return {
    subject: `Pli : ${heading.charAt(0).toLowerCase()}${heading.slice(1)}`,
    text: [
      `${heading}.`,
      '',
      ...calls.map(
        ({ ticket_id, reason, asked_at, due_at, number }) =>
          `- ${ticket_id} · posée le ${instant.format(asked_at)} · réponse due le ${instant.format(due_at)} (Paris) · ${why[reason]} · appel n° ${number}`,
      ),
      '',
      'Elles sont en tête de la liste « Demandes » de Pli. Sans réponse, vous serez appelé de nouveau.',
      'Qui est appelé se règle sous « Horaires du support ».',
      '',
    ].join('\n'),
  };
}
