import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived: to whom, and its text as people read it. */
export interface ArrivedMail {
  readonly to: readonly string[];
  readonly text: string;
}

/** A mail server on loopback that keeps what it is given, or says no while `refuses` is set. */
export class PostBox {
  readonly mails: ArrivedMail[] = [];
  refuses = false;
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (this.refuses) return callback(Object.assign(new Error('later'), { responseCode: 451 }));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        this.mails.push({ to, text: readable(Buffer.concat(chunks).toString()) });
        callback();
      });
    },
  });

  static async open(): Promise<PostBox> {
    const box = new PostBox();
    box.#server.on('error', () => undefined);
    box.#server.listen(0, '127.0.0.1');
    await once(box.#socket, 'listening');
    return box;
  }

  /** As `SMTP_URL` takes it. */
  get url(): string {
    return `smtp://127.0.0.1:${(this.#socket.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((closed) => this.#server.close(closed));
  }

  get #socket(): Server {
    return (this.#server as unknown as { server: Server }).server;
  }
}

/** Headers as they are, the text out of quoted-printable or base64. */
function readable(mail: string): string {
  const at = mail.indexOf('\r\n\r\n');
  const [headers, body] = [mail.slice(0, at), mail.slice(at + 4)];
  const bytes = /base64/i.test(headers)
    ? Buffer.from(body, 'base64')
    : Buffer.from(
        body
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      );
  return `${headers}\n\n${bytes.toString()}`;
}
