import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { specimenGeometry } from '#domain/geometry-profiles';
import type { ComposeRequest } from '../compose-request.ts';
import { toolsFromEnv } from '../tools.ts';

export const tools = toolsFromEnv();
export const samples = join(import.meta.dirname, '../../../tools/demonstration/samples');

export function sample(name: 'invoice' | 'reminder' | 'tax-notice'): {
  html: string;
  schema: object;
  data: Record<string, unknown>;
} {
  const read = (file: string) => readFileSync(join(samples, name, file), 'utf8');
  return {
    html: read('template.html'),
    schema: JSON.parse(read('schema.json')) as object,
    data: JSON.parse(read('data.json')) as Record<string, unknown>,
  };
}

export function samplePdf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(samples, path)));
}

let letters = 0;

/** A request for a letter to Madame Fontaine; `html` and `data` of a template letter, or what else is given. */
export function letterTo(
  what: Partial<ComposeRequest> & { html?: string; data?: unknown },
  lines = ['MADAME CLAIRE FONTAINE', 'RESIDENCE LES TILLEULS', '12 BIS RUE DE LA REPUBLIQUE', '69002 LYON'],
): ComposeRequest {
  const { html = plainLetter('Bonjour'), data = {}, ...rest } = what;
  letters++;
  return {
    letterId: `let_${letters}`,
    content: { kind: 'template', template: { version: `tpv_${html.length}_${letters}`, html }, data },
    attachments: [],
    recipientLines: lines,
    senderLine: 'Exp. : Atelier Morvan Électricité, 14 rue des Tanneurs, 21210 Saulieu',
    geometry: specimenGeometry,
    sides: 'duplex',
    maxPages: 60,
    ...rest,
  };
}

/** A letter that leaves Pli's zones empty and says `body` (HTML). */
export function plainLetter(body: string): string {
  return `<html lang="fr"><style>@page { size: A4; margin: 115mm 20mm 20mm 25mm }</style><body>${body}</body></html>`;
}
