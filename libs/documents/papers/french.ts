/** How papers write numbers, weights and dates in French; spaces inside them do not break. */
const number = new Intl.NumberFormat('fr-FR');
const thousandths = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 3, maximumFractionDigits: 3 });
const hundredths = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const space = ' ';

export function count(value: number): string {
  return number.format(value);
}

/** `1 pli`, `200 plis`: in French the plural begins at two. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)}${space}${value < 2 ? one : many}`;
}

/** Milligrams → `19,97 g`. */
export function grams(milligrams: number): string {
  return `${hundredths.format(milligrams / 1000)}${space}g`;
}

/** Milligrams → `3,901 kg`. */
export function kilograms(milligrams: number): string {
  return `${thousandths.format(milligrams / 1_000_000)}${space}kg`;
}

/** `2025-11-24` → `lundi 24 novembre 2025`. */
export function longDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const text = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' }).format(date);
  return text.replace(/\b1 (?=[a-zéû])/, '1er ').replaceAll(' ', space);
}

/** `2025-11-24` → `24/11/2025`. */
export function shortDay(day: string): string {
  return day.split('-').reverse().join('/');
}

/** An instant, ISO 8601 → `24/11/2025 à 17 h 32`, in the time of the place. */
export function moment(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('fr-FR', {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('day')}/${of('month')}/${of('year')} à${space}${of('hour')}${space}h${space}${of('minute')}`;
}

/** The carrier's products and what senders order, as French papers call them. */
const products: Readonly<Record<string, string>> = {
  priority: 'Lettre prioritaire',
  registered: 'Lettre recommandée',
  registered_ar: 'Lettre recommandée avec AR',
  economy: 'Lettre économique',
};

/** The French name of a product or service; one without a name here keeps its code. */
export function productName(code: string): string {
  return products[code] ?? code;
}
