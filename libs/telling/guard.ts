import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { MailError } from '#domain/mail-error';
import { resolveName, type Resolve } from './names.ts';
import { isPublic, isWithin, type Networks } from './networks.ts';

/**
 * Keeps webhooks from reaching what only this machine and its neighbours may (server-side request forgery). A name is resolved once, all
 * its addresses are judged, and the connection goes to one of those judged: a name that changes its mind in between gains nothing.
 */
export class Guard {
  constructor(
    private readonly allowed: Networks,
    private readonly resolve: Resolve = resolveName,
  ) {}

  /**
   * Judges an address that a customer gives.
   * @throws MailError `webhook_url_refused` (never), naming what to change
   */
  async check(text: string): Promise<URL> {
    const url = this.shapeOf(text);
    const host = hostOf(url);
    if (isIP(host)) {
      this.judge(url.protocol, [{ address: host, family: isIP(host) }]);
      return url;
    }
    const addresses = await this.resolve(host).catch((error: unknown) => {
      throw refused('Its name is not known: no name server gives an address for it. Correct the name.', error);
    });
    this.judge(url.protocol, addresses);
    return url;
  }

  /** Judges addresses written as numbers; a connection to them asks no name server. @throws as `check` */
  checkWritten(url: URL): void {
    const host = hostOf(url);
    if (isIP(host)) this.judge(url.protocol, [{ address: host, family: isIP(host) }]);
  }

  /** The look-up of a connection under that protocol: gives the addresses of a name when all of them may be reached. */
  lookupFor(protocol: 'http:' | 'https:'): LookupFunction {
    return (name, options, callback) => {
      const answer = (addresses: LookupAddress[]): void => {
        this.judge(protocol, addresses);
        const [first] = addresses;
        if (options.all) callback(null, addresses);
        else callback(null, first?.address ?? '', first?.family);
      };
      this.resolve(name)
        .then(answer)
        .catch((error: unknown) => callback(error as NodeJS.ErrnoException, '', 0));
    };
  }

  private shapeOf(text: string): URL {
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
      throw refused('It is neither https:// nor http://. Give an https:// address.');
    if (url.username !== '' || url.password !== '')
      throw refused('It holds a user name or password. Leave them out: the signature proves who sends.');
    if (url.hash !== '') throw refused('It holds a fragment (#…), which is never sent. Leave it out.');
    return url;
  }

  private judge(protocol: string, addresses: readonly LookupAddress[]): void {
    if (addresses.length === 0) throw refused('Its name has no address. Correct the name.');
    if (addresses.every(({ address }) => isWithin(address, this.allowed))) return;
    if (protocol !== 'https:')
      throw refused(
        'Without encryption only networks that the provider named in WEBHOOK_ALLOWED_NETWORKS are reached. Give an https:// address.',
      );
    if (addresses.some(({ address }) => !isPublic(address) && !isWithin(address, this.allowed)))
      throw refused(
        'It leads to a private or reserved address. Give one of the public internet, or ask the provider to name the network in WEBHOOK_ALLOWED_NETWORKS.',
      );
  }
}

/** The host as a socket takes it: IPv6 without its brackets. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');

const refused = (why: string, cause?: unknown): MailError =>
  new MailError('webhook_url_refused', `The address cannot be used. ${why}`, 'never', cause);
