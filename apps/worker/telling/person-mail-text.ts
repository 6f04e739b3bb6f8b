import type { PersonLetter } from '#contracts/person-mail';

type Text = { subject: string; text: string };

const changes = {
  fr: {
    password: 'Le mot de passe de votre accès a été changé.',
    authenticator: 'L’application d’authentification de votre accès a été changée.',
    passkey: 'Les clés d’accès (passkeys) de votre accès ont été changées.',
    recovery_codes: 'De nouveaux codes de secours ont été créés pour votre accès.',
    recovered: 'Votre accès a été rétabli par un lien reçu par e-mail ; toutes vos sessions ont été fermées.',
  },
  en: {
    password: 'The password of your access was changed.',
    authenticator: 'The authenticator of your access was changed.',
    passkey: 'The passkeys of your access were changed.',
    recovery_codes: 'New recovery codes were made for your access.',
    recovered: 'Your access was recovered by a link sent by mail; all your sessions were ended.',
  },
} as const;

/** A mail to a person in their language: why they get it, the one thing to do, and what to do when it was not them. */
export function personMailOf(letter: PersonLetter): Text {
  return letter.language === 'fr' ? french(letter) : english(letter);
}

const until = ({ expiresAt, language }: PersonLetter): string =>
  expiresAt === undefined
    ? ''
    : `${new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(new Date(expiresAt))} (Paris)`;

function french(letter: PersonLetter): Text {
  const { kind, name, organisation, link, change } = letter;
  const hello = name === '' ? 'Bonjour,' : `Bonjour ${name},`;
  const place = organisation === undefined || organisation === '' ? 'Pli' : `Pli pour ${organisation}`;
  switch (kind) {
    case 'invitation':
      return {
        subject: `Votre accès à ${place}`,
        text: [
          hello,
          '',
          `Vous êtes invité(e) à travailler avec ${place}. Ouvrez ce lien pour accepter :`,
          '',
          link,
          '',
          `Il sert une seule fois, jusqu’au ${until(letter)}.`,
          'Si vous n’attendiez pas cette invitation, ignorez ce message : rien ne se passe sans vous.',
          '',
        ].join('\n'),
      };
    case 'recovery':
      return {
        subject: 'Pli : retrouver votre accès',
        text: [
          hello,
          '',
          'Vous (ou quelqu’un d’autre) avez demandé à retrouver votre accès. Choisissez un nouveau mot de passe ici :',
          '',
          link,
          '',
          `Ce lien sert une seule fois, jusqu’au ${until(letter)}.`,
          'Si ce n’était pas vous, ignorez ce message : votre mot de passe reste valable.',
          '',
        ].join('\n'),
      };
    case 'notice_address':
      return {
        subject: `Pli : confirmer les avis de ${organisation ?? ''}`,
        text: [
          'Bonjour,',
          '',
          `${organisation ?? ''} souhaite que cette adresse reçoive des avis sur son courrier (lettres revenues, commandes terminées…).`,
          'Ouvrez ce lien pour accepter :',
          '',
          link,
          '',
          `Il est valable jusqu’au ${until(letter)}. Sans votre accord, rien d’autre n’est envoyé ici.`,
          'Si vous n’attendiez pas ce message, ignorez-le.',
          '',
        ].join('\n'),
      };
    case 'changed':
      return {
        subject: 'Pli : votre accès a été modifié',
        text: [
          hello,
          '',
          changes.fr[change ?? 'password'],
          '',
          'Si c’était vous, il n’y a rien à faire. Sinon, changez aussitôt votre mot de passe et fermez vos sessions :',
          '',
          link,
          '',
        ].join('\n'),
      };
  }
}

function english(letter: PersonLetter): Text {
  const { kind, name, organisation, link, change } = letter;
  const hello = name === '' ? 'Hello,' : `Hello ${name},`;
  const place = organisation === undefined || organisation === '' ? 'Pli' : `Pli for ${organisation}`;
  switch (kind) {
    case 'invitation':
      return {
        subject: `Your access to ${place}`,
        text: [
          hello,
          '',
          `You are invited to work with ${place}. Open this link to accept:`,
          '',
          link,
          '',
          `It is good once, until ${until(letter)}.`,
          'If you did not expect this invitation, leave this mail alone: nothing happens without you.',
          '',
        ].join('\n'),
      };
    case 'recovery':
      return {
        subject: 'Pli: recover your access',
        text: [
          hello,
          '',
          'You (or somebody else) asked to recover your access. Choose a new password here:',
          '',
          link,
          '',
          `This link is good once, until ${until(letter)}.`,
          'If it was not you, leave this mail alone: your password still holds.',
          '',
        ].join('\n'),
      };
    case 'notice_address':
      return {
        subject: `Pli: confirm the notices of ${organisation ?? ''}`,
        text: [
          'Hello,',
          '',
          `${organisation ?? ''} would like this address to get notices of its mail (letters that came back, orders that ended…).`,
          'Open this link to accept:',
          '',
          link,
          '',
          `It is good until ${until(letter)}. Without your consent nothing else is sent here.`,
          'If you did not expect this mail, leave it alone.',
          '',
        ].join('\n'),
      };
    case 'changed':
      return {
        subject: 'Pli: your access was changed',
        text: [
          hello,
          '',
          changes.en[change ?? 'password'],
          '',
          'If it was you, there is nothing to do. If not, change your password at once and end your sessions:',
          '',
          link,
          '',
        ].join('\n'),
      };
  }
}
