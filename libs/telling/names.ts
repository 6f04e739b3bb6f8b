import { lookup, promises, type LookupAddress } from 'node:dns';

/** Asks for all addresses of a name. */
export type Resolve = (name: string) => Promise<LookupAddress[]>;

/** A name server that is silent must not hold a request, nor a message. */
const TIMEOUT_MS = 2000;
const TRIES = 2;
/** The system's own look-up takes one of the four threads that read files too: slow names must leave some of them free. */
const SYSTEM_LOOKUPS = 2;

const resolver = new promises.Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
let systemLookups = 0;

/**
 * All addresses of a name: from the name servers, and what they do not know from the system (the hosts file).
 * @throws Error when nobody knows the name
 */
export const resolveName: Resolve = async (name) => {
  const [v4, v6] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  const found = [
    ...(v4.status === 'fulfilled' ? v4.value.map((address) => ({ address, family: 4 })) : []),
    ...(v6.status === 'fulfilled' ? v6.value.map((address) => ({ address, family: 6 })) : []),
  ];
  return found.length > 0 ? found : bySystem(name);
};

function bySystem(name: string): Promise<LookupAddress[]> {
  if (systemLookups >= SYSTEM_LOOKUPS) return Promise.reject(new Error('too many names are being looked up'));
  systemLookups += 1;
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the name servers do not answer')), TIMEOUT_MS);
    lookup(name, { all: true, verbatim: true }, (error, addresses) => {
      // The thread is free only now, however early its asker was told.
      systemLookups -= 1;
      clearTimeout(late);
      if (error) reject(error);
      else resolve(addresses);
    });
  });
}
