import { is } from './line-kinds.ts';
import { readTown } from './read-town.ts';

/**
 * The lines with postcode and town on one, as the country's post has them, when they were written otherwise: on two lines, the other
 * way round, or behind the street. Lines that have it, and those in which none of these is found, stay as they are.
 */
export function withTownLine(lines: string[], country: string): string[] {
  if (readTown(lines, country)) return lines;
  const last = lines.at(-1) ?? '';
  const above = lines.at(-2) ?? '';
  const tried: string[][] = [];
  if (/^\d[\d -]{2,6}$/.test(above) && !/\d/.test(last)) tried.push([...lines.slice(0, -2), `${above} ${last}`]);
  const [, town, postcode] = /^(\D*\p{L})[ ,]+(\d{4,5})$/u.exec(last) ?? [];
  if (town && postcode && !is.street(town) && !is.postBox(town))
    tried.push([...lines.slice(0, -1), `${postcode} ${town}`]);
  const [, street, ending] = /^(.*\p{L})[ ,]+(\d{4,5} \D+)$/u.exec(last) ?? [];
  if (street && ending) tried.push([...lines.slice(0, -1), street, ending]);
  return tried.find((attempt) => readTown(attempt, country)) ?? lines;
}
