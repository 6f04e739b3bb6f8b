import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server on this machine that keeps what it takes in. */
export interface MailServer {
  /** `smtp://127.0.0.1:…` */
  readonly url: string;
  /** In the order in which they came; the text without its quoted-printable or base64. */
  readonly mails: readonly { readonly to: readonly string[]; readonly text: string }[];
  /** The words with which it turns mails away for now; undefined: it takes them. */
  refuse: string | undefined;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const mails: { to: string[]; text: string }[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (server.refuse !== undefined)
          return callback(Object.assign(new Error(server.refuse), { responseCode: 451 }));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, text: readable(Buffer.concat(chunks).toString()) });
        callback();
      });
    },
  });
  // A client that leaves in the middle is no fault of the test's.
  smtp.on('error', () => undefined);
  const { server: socket } = smtp as unknown as { server: Server };
  smtp.listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const server: MailServer = {
    url: `smtp://127.0.0.1:${(socket.address() as AddressInfo).port}`,
    mails,
    refuse: undefined,
    stop: () => new Promise<void>((resolve) => void smtp.close(() => resolve())),
  };
  return server;
}

/** Headers as they are, the text out of quoted-printable or base64. */
function readable(mail: string): string {
  const end = mail.indexOf('\r\n\r\n');
  const [headers, body] = [mail.slice(0, end), mail.slice(end + 4)];
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
