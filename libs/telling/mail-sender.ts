import { createTransport, type Transporter } from 'nodemailer';
import type { Attempt } from './webhook-sender.ts';

/** Sends mail notices over one SMTP server (`smtp://user:password@host:587`, `smtps://…`). */
export class MailSender {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.transport = createTransport({
      url,
      pool: true,
      maxConnections: 2,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
      // A mail is text of ours: it names no file and no address to load from.
      disableFileAccess: true,
      disableUrlAccess: true,
    } as Parameters<typeof createTransport>[0]);
  }

  /** Sends one mail; the id becomes its Message-ID, so that a mail sent twice is seen as one. Never throws for what the server says. */
  async send(
    id: string,
    to: readonly string[],
    { subject, text }: { subject: string; text: string },
  ): Promise<Attempt> {
    const nothing = { status: null, answer: null, retryAfter: undefined };
    try {
      const sent = (await this.transport.sendMail({
        from: this.from,
        to: [...to],
        subject,
        text,
        messageId: `<${id}@${domainOf(this.from)}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })) as { response?: string };
      return { ...nothing, outcome: 'delivered', status: codeOf(sent.response) };
    } catch (error) {
      // What the server says may quote an address: the code is kept, the text is not.
      const { responseCode, code } = error as { responseCode?: number; code?: string };
      if (responseCode !== undefined) return { ...nothing, outcome: 'not_accepted', status: responseCode };
      return { ...nothing, outcome: code === 'ETIMEDOUT' ? 'timed_out' : 'no_connection' };
    }
  }

  close(): void {
    this.transport.close();
  }
}

const domainOf = (address: string): string => /@([A-Za-z0-9.-]+)/.exec(address)?.[1] ?? 'pli.invalid';
const codeOf = (response: string | undefined): number | null => {
  const code = Number(response?.slice(0, 3));
  return Number.isInteger(code) ? code : null;
};
