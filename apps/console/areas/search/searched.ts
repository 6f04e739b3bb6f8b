import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { http } from '../../api/client.ts';

/** What was typed, as the search box hands it over: in the state of the visit, never in its address. */
export function useSearchedText(): string {
  const { state } = useLocation() as { state: { search?: string } | null };
  return state?.search ?? '';
}

const asked = { staleTime: 0, gcTime: 60_000, meta: { live: false } } as const;

export const useFound = (text: string) =>
  useQuery({
    queryKey: ['search', text],
    queryFn: async () => (await http.POST('/v1/search', { body: { text, limit: 50 } })).data,
    enabled: text !== '',
    ...asked,
  });

export const useFoundAtSite = (text: string) =>
  useQuery({
    queryKey: ['site search', text],
    queryFn: async () => (await http.POST('/v1/site/search', { body: { text, limit: 50 } })).data,
    enabled: text !== '',
    ...asked,
  });

/** Goes on at once to the one thing that was meant; back leads to where the search began. */
export function useOpened(to: string | undefined): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (to !== undefined) void navigate(to, { replace: true });
  }, [to, navigate]);
}
