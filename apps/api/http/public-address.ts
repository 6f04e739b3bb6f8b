import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../parts.ts';
import type { Settings } from '../settings.ts';

/**
 * The address that people know us by (the setting PUBLIC_URL): links in mails, passkeys and cookies are made for it. Without the setting
 * we are on this machine alone, by the name that browsers trust there.
 */
@Injectable()
export class PublicAddress {
  private url: URL;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.url = new URL(settings.PUBLIC_URL ?? `http://localhost:${settings.API_PORT}`);
  }

  /** Says on which port we listen, when any free one was taken. */
  listensOn(port: number): void {
    if (this.settings.PUBLIC_URL === undefined) this.url = new URL(`http://localhost:${port}`);
  }

  /** `https://mail.example.org` */
  get origin(): string {
    return this.url.origin;
  }

  get hostname(): string {
    return this.url.hostname;
  }

  /** Cookies go over https alone. */
  get isSecure(): boolean {
    return this.url.protocol === 'https:';
  }
}
