import type { Session } from './session.ts';
import { Ends, exitCodes } from './world.ts';

/**
 * The version of a template that is meant by its name, its id, or the version's own id: the newest approved one, in test mode
 * the newest of all. @throws Ends when there is none
 */
export async function templateVersion({ pli }: Session, named: string): Promise<string> {
  if (/^tpv_[0-9a-z]{26}$/.test(named)) return named;
  const templates = [];
  for await (const each of pli.rows('/v1/templates'))
    if (each.id === named || each.name === named) templates.push(each);
  const [template, second] = templates;
  if (template === undefined)
    throw new Ends(exitCodes.refused, `There is no template "${named}". Templates are listed by GET /v1/templates.`);
  if (second !== undefined)
    throw new Ends(
      exitCodes.refused,
      `Several templates are named "${named}": name the one you mean by its id, ${templates.map(({ id }) => id).join(' or ')}.`,
    );
  const versions = [];
  for await (const each of pli.rows('/v1/templates/{id}/versions', { params: { path: { id: template.id } } }))
    if (each.state !== 'withdrawn') versions.push(each);
  versions.sort((a, b) => b.version - a.version);
  const chosen =
    versions.find(({ state }) => state === 'approved') ?? (template.mode === 'test' ? versions[0] : undefined);
  if (chosen === undefined)
    throw new Ends(exitCodes.refused, `The template "${named}" has no approved version. Have one approved first.`);
  return chosen.id;
}
