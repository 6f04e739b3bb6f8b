import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Networks that webhooks may reach although they are not public. */
export type Networks = readonly [Address, number][];

/**
 * Networks of a list of CIDRs or single addresses: `10.1.0.0/16, ::1`.
 * @throws Error naming the entry that is none
 */
export function networksOf(text: string): Networks {
  return text
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map((entry) => {
      if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry);
      if (ipaddr.isValid(entry)) {
        const address = ipaddr.parse(entry);
        return [address, address.kind() === 'ipv4' ? 32 : 128];
      }
      throw new Error(`not a network: "${entry}". Give CIDRs such as 10.1.0.0/16`);
    });
}

/** An address as it is reached: IPv4 inside IPv6 (mapped, NAT64, 6to4, Teredo …) is what it really leads to, or undefined when that is unclear. */
function reached(text: string): Address | undefined {
  if (!ipaddr.isValid(text)) return undefined;
  const address = ipaddr.parse(text);
  if (address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress()) return address.toIPv4Address();
  return address;
}

/** Whether the address lies in one of the networks. */
export function isWithin(text: string, networks: Networks): boolean {
  const address = reached(text);
  if (address === undefined) return false;
  return networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));
}

/** Global unicast of today's internet: 2000::/3 (RFC 4291). What tunnels or translates IPv4 is none of it here. */
const publicIpv6 = ipaddr.IPv6.parse('2000::');

/**
 * Whether an address is one of the public internet: not private, loopback, link-local (the metadata services of clouds), shared by
 * carriers (100.64.0.0/10), multicast, reserved or for documentation, nor IPv4 in the dress of IPv6 (IANA special-purpose registries,
 * RFC 6890).
 */
export function isPublic(text: string): boolean {
  const address = reached(text);
  if (address === undefined) return false;
  // ipaddr.js calls "unicast" what is in none of the special-purpose ranges; NAT64, 6to4 and Teredo are ranges of their own.
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(publicIpv6, 3);
}
