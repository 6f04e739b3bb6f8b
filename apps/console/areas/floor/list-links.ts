/** Lists of the API that have a page, and where it is. */
const pages: Readonly<Record<string, string>> = {
  letters: '/pool/letters',
  orders: '/pool/orders',
};

/** The page of a list that a number names: `/v1/site/lots?state=printing` is `/lots?state=printing`. */
export function pageOfList(list: string): string {
  const [path = '', query] = list.split('?');
  const name = path.replace('/v1/site/', '');
  return `${pages[name] ?? `/${name}`}${query === undefined ? '' : `?${query}`}`;
}
