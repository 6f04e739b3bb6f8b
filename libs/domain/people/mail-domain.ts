import { comparableEmail } from './email.ts';

/** The domain of an e-mail, as it is compared: `example.org`. */
export const mailDomainOf = (email: string): string => comparableEmail(email).split('@').at(-1) ?? '';

/** Where anybody may have an address, in France and around it: no organisation speaks for all of them. A list against mistakes, not against malice. */
const ofEverybody = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'outlook.fr', 'hotmail.com', 'hotmail.fr', 'live.com', 'live.fr'],
  ...[
    'msn.com',
    'yahoo.com',
    'yahoo.fr',
    'ymail.com',
    'icloud.com',
    'me.com',
    'mac.com',
    'aol.com',
    'gmx.com',
    'gmx.fr',
  ],
  ...['gmx.de', 'web.de', 'mail.com', 'proton.me', 'protonmail.com', 'pm.me', 'tutanota.com', 'zoho.com', 'yandex.com'],
  ...[
    'orange.fr',
    'wanadoo.fr',
    'free.fr',
    'sfr.fr',
    'neuf.fr',
    'cegetel.net',
    'laposte.net',
    'bbox.fr',
    'numericable.fr',
  ],
  ...['skynet.be', 'bluewin.ch', 'pt.lu', 't-online.de', 'libero.it'],
]);

/** Whether a domain is one of a mail service for everybody. */
export const isMailServiceOfEverybody = (domain: string): boolean => ofEverybody.has(domain);
