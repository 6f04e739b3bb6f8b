/** Options of `api.useInfiniteQuery` for lists that go back in time: a page is asked for `before` the last row of the page before. */
export const beforePaging = {
  pageParamName: 'before',
  initialPageParam: null,
  getNextPageParam: (page: { next: string | null }) => page.next ?? undefined,
};
