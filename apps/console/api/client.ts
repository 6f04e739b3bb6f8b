import { QueryClient } from '@tanstack/react-query';
import createClient, { type Middleware } from 'openapi-fetch';
import createHooks from 'openapi-react-query';
import type { components, paths } from '#client/api';
import { asProblem, Problem } from './problem.ts';

/** What the API answers, by the names of its document: `Schemas['Order']`. */
export type Schemas = components['schemas'];

/** Every refusal becomes a `Problem` that is thrown: who calls needs no second way to look for errors. */
const problems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await asProblem(response);
    return undefined;
  },
  onError({ error }) {
    return error instanceof Problem ? error : Problem.unreachable(error);
  },
};

/** Calls of the API outside of hooks: `await http.POST('/v1/orders', { body, headers: once })`. Throws `Problem`. */
export const http = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  // Says that the request comes from our own page: a form on a foreign one cannot set it.
  headers: { 'Pli-Console': '1' },
});
http.use(problems);

/** The same as hooks: `api.useQuery('get', '/v1/orders/{id}', { params: { path: { id } } })`. */
export const api = createHooks(http);

/** Options of `api.useInfiniteQuery` for every list of the API; `Listing` shows what it gives. */
export const cursorPaging = {
  pageParamName: 'after',
  // The hooks take undefined for 0; null is left out of the address.
  initialPageParam: null,
  getNextPageParam: (page: { next: string | null }) => page.next ?? undefined,
};

/** Refusals are answers: only what may go better by itself is asked again. */
const mayHelp = (error: unknown): boolean => error instanceof Problem && error.mayHelpToRepeat;

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 3 && mayHelp(error),
      retryDelay: (failures) => Math.min(1000 * 2 ** failures, 8000),
    },
    mutations: { retry: (failures, error) => failures < 2 && mayHelp(error), retryDelay: 1000 },
  },
});
