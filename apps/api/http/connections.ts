import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * So long may a connection lie idle: longer than the proxies and clients before us keep theirs (60 s as a rule), so that none of them
 * asks on a connection in the moment in which we close it.
 */
const IDLE_MS = 65_000;

/** The connections of a server. Node counts one that never asked anything as busy, and would wait for it when it stops. */
export class Connections {
  readonly #idle = new Set<Socket>();
  #ending = false;

  constructor(server: Server) {
    server.keepAliveTimeout = IDLE_MS;
    server.on('connection', (socket) => this.#rest(socket.once('close', () => this.#idle.delete(socket))));
    server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
      this.#idle.delete(socket);
      response.once('close', () => this.#rest(socket));
    });
  }

  /** Closes each connection as soon as nobody is answered on it: the idle ones, and those to come, at once. */
  end(): void {
    this.#ending = true;
    for (const socket of this.#idle) socket.destroySoon();
  }

  #rest(socket: Socket): void {
    if (this.#ending) socket.destroySoon();
    else if (!socket.destroyed) this.#idle.add(socket);
  }
}
