import { useQuery } from '@tanstack/react-query';
import { useDebouncedCallback, useDebouncedValue } from '@mantine/hooks';
import { http, type Schemas } from '../../../api/client.ts';
import { isBegun } from '../letter-of.ts';
import type { Address } from './AddressFields.tsx';

export type AddressCheck = Schemas['AddressCheck'];
/** Typing rests so long before the address is judged, in milliseconds. */
const REST_MS = 350;

const judged = async (body: Schemas['AddressToCheck']): Promise<AddressCheck> => {
  const { data } = await http.POST('/v1/addresses/check', { body });
  return data as AddressCheck;
};

/** What the server says of an address; nothing while nobody has written one. */
export function useAddressCheck(address: Address | undefined) {
  const [rested] = useDebouncedValue(address, REST_MS);
  return useQuery({
    queryKey: ['send', 'address', rested],
    queryFn: () => judged({ address: rested as Address } as Schemas['AddressToCheck']),
    enabled: rested !== undefined && isBegun(rested),
    staleTime: Infinity,
    gcTime: 0,
    placeholderData: (former) => former,
    meta: { live: false },
  });
}

/** Reads pasted lines into fields once typing rests. */
export function useReadLines(take: (address: Address, lines: string) => void): (lines: string) => void {
  return useDebouncedCallback((text: string) => {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .slice(0, 12);
    if (lines.length === 0) return;
    void judged({ lines } as Schemas['AddressToCheck'])
      .then(({ address }) => take(address, text))
      .catch(() => undefined);
  }, REST_MS);
}
