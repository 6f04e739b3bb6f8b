import { addressLines, type PostalAddress } from '#domain/address';
import type { GeometryProfile } from '#domain/geometry';
import type { ComposeRequest } from '#documents/compose-request';
import { MOST_PAGES } from '../compose/request-of.ts';

/** Nobody lives here. */
const recipient: PostalAddress = {
  kind: 'person',
  name: 'Madame Camille EXEMPLE',
  streetNumber: '1',
  street: 'rue du Spécimen',
  postcode: '75001',
  town: 'PARIS',
  country: 'FR',
};

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
    recipientLines: addressLines(recipient),
    senderLine: 'Exp. : Spécimen, 1 rue du Spécimen, 75001 Paris',
    geometry,
    sides: 'simplex',
    maxPages: MOST_PAGES,
  };
}
