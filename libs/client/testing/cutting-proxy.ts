import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that breaks: each connection is cut once so many bytes have gone through it to that server, as often as told. */
export async function cuttingProxy(target: string, { afterBytes, times }: { afterBytes: number; times: number }) {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let cuts = 0;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          near.destroy();
          far.destroy();
          open.delete(socket);
        });
    }
    let passed = 0;
    near.on('data', (bytes) => {
      passed += bytes.length;
      if (passed > afterBytes && cuts < times) {
        cuts += 1;
        near.destroy();
      } else far.write(bytes);
    });
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    /** Cuts every connection that stands now. */
    cutAll() {
      cuts += 1;
      for (const socket of open) socket.destroy();
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
