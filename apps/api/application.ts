import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentThreads } from '#documents/threads/document-threads';
import { ApiModule } from './api.module.ts';
import { Connections } from './http/connections.ts';
import { PublicAddress } from './http/public-address.ts';
import { InFlight } from './http/request-line.ts';
import type { Parts } from './parts.ts';

export interface RunningApi {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  /** Takes no new connection, ends the requests in work, then answers. */
  stop(): Promise<void>;
}

/** Builds the API on its parts and listens. Port 0 takes any free one. */
export async function startApi(parts: Parts): Promise<RunningApi> {
  const { API_HOST: host, API_PORT: port } = parts.settings;
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.of(parts), {
    // Bodies are read after the door, by the route's own limit.
    bodyParser: false,
    logger: nestLog(parts.log),
    abortOnError: false,
  });
  const inFlight = app.get(InFlight);
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.set('trust proxy', parts.settings.TRUSTED_PROXIES);
  app.use(inFlight.middleware(parts.log));
  const server = app.getHttpServer() as Server;
  const connections = new Connections(server);
  await app.listen(port, host);
  // Each route bounds its own body: a streamed one may take an hour (body.interceptor.ts).
  server.requestTimeout = 0;
  server.headersTimeout = 15_000;
  const { port: taken } = server.address() as AddressInfo;
  app.get(PublicAddress).listensOn(taken);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    async stop() {
      inFlight.stopping = true;
      const closed = app.close();
      connections.end();
      await closed;
      await app.get(DocumentThreads).close();
    },
  };
}

/** Nest's own messages as lines of our log; what it tells at start is left out. */
function nestLog(log: Parts['log']) {
  const nothing = () => undefined;
  return {
    log: nothing,
    debug: nothing,
    verbose: nothing,
    warn: (text: unknown) => log.warn(String(text)),
    error: (text: unknown) => log.error(String(text)),
    fatal: (text: unknown) => log.error(String(text)),
  };
}
