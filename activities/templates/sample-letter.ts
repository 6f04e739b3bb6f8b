import { addressLines, senderLine } from '#domain/address';
import type { GeometryProfile } from '#domain/geometry';
import { sampleRecipient, sampleSender } from '#domain/sample-recipient';
import type { ComposeRequest } from '#documents/compose-request';
import { MOST_PAGES } from '../compose/request-of.ts';

/** A template version as far as its proof needs it. */
export interface VersionToProof {
  id: string;
  account_id: string;
  mode: string;
  html: string;
  sample_data: unknown;
}

/**
 * The sample as a letter that the composer makes. Printed on one side, so that every page is the front of a sheet and must have a place for
 * the sheet code: letters of other lengths than the sample turn other pages to the front.
 */
export function sampleLetter({ id, html, sample_data }: VersionToProof, geometry: GeometryProfile): ComposeRequest {
  return {
    letterId: id,
    content: { kind: 'template', template: { version: id, html }, data: sample_data },
    attachments: [],
    recipientLines: addressLines(sampleRecipient),
    senderLine: senderLine(sampleSender),
    geometry,
    sides: 'simplex',
    maxPages: MOST_PAGES,
  };
}
