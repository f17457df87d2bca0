import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Says that a name leads to a computer of this network, where no server may send us. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/** Whether an address, IPv4 or IPv6, is one of the whole internet's. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  // A network without IPv4 gives names such addresses, in which those of IPv4 are (RFC 6052).
  if (range === 'rfc6052') return isPublicAddress(parsed.toByteArray().slice(-4).join('.'));
  return range === 'unicast';
}

/** A host name as a URL spells it, without the brackets of an IPv6 address. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/** Whether a host is by its very spelling this computer, or one of this network. */
export function isPrivateHost(host: string): boolean {
  if (isIP(host) !== 0) return !isPublicAddress(host);
  return host === 'localhost' || host.endsWith('.localhost');
}

/**
 * Finds addresses as `find` does, and fails when one of them is not of the whole internet. The socket
 * connects to nothing but what this answers, so nobody can give one answer here and another there.
 */
export const publicLookup =
  (find: LookupFunction): LookupFunction =>
  (host, options, answer) => {
    find(host, { ...options, all: true }, (error, found) => {
      if (error !== null) {
        answer(error, '');
        return;
      }
      const addresses = typeof found === 'string' ? [] : found;
      const [first] = addresses;
      if (first === undefined || addresses.some(({ address }) => !isPublicAddress(address))) {
        answer(new PrivateAddressError(host), '');
        return;
      }
      give(options.all === true, first, addresses, answer);
    });
  };

function give(
  isAll: boolean,
  first: LookupAddress,
  addresses: LookupAddress[],
  answer: Parameters<LookupFunction>[2],
): void {
  if (isAll) answer(null, addresses);
  else answer(null, first.address, first.family);
}
