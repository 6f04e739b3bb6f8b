import type { PublicAddress } from '../../http/public-address.ts';

/** Where an identity provider sends people back to: a page of the console, whose script gives us what it came with. */
export const redirectUriOf = ({ origin }: PublicAddress): string => `${origin}/app/sign-in/organisation`;

/** Where it sends who has signed out there. */
export const signedOutUriOf = ({ origin }: PublicAddress): string => `${origin}/app/sign-in`;
