import type { PostalAddress } from './address.ts';

/** Who letters are for that are looked at without being anybody's: nobody lives here. */
export const sampleRecipient: PostalAddress = {
  kind: 'person',
  name: 'Madame Camille EXEMPLE',
  streetNumber: '1',
  street: 'rue du Spécimen',
  postcode: '75001',
  town: 'PARIS',
  country: 'FR',
};

export const sampleSender: PostalAddress = {
  kind: 'organisation',
  organisation: 'Spécimen',
  streetNumber: '1',
  street: 'rue du Spécimen',
  postcode: '75001',
  town: 'Paris',
  country: 'FR',
};
