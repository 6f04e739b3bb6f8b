import { Body, Controller } from '@nestjs/common';
import { found, searchText, siteFound, type SearchQuery } from '#contracts/api/search';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { SearchService } from './search.service.ts';

const description =
  'One question for everything that has a number. A POST, because what may be a person’s own never stands in a URL. It changes nothing and needs no Idempotency-Key.';

@Controller()
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Route('POST', '/v1/search', {
    tag: 'Letters',
    summary: 'Find letters and orders by whatever is known of them',
    description: `${description} Names are found word by word, the last may be cut short; letters whose content was erased are found by their numbers.`,
    access: { role: 'customer', scope: 'orders:read' },
    answer: { status: 200, schema: found },
  })
  forAccount(@Asked() call: Call, @Body({ schema: searchText }) body: SearchQuery) {
    return this.search.forAccount(call, body);
  }

  @Route('POST', '/v1/site/search', {
    tag: 'Print room: letters',
    summary: 'Find letters, lots, trays, deposits and cases by any number or code',
    description: `${description} Names are masked on the floor: they are not looked for.`,
    access: { role: 'operator', scope: 'floor:read' },
    answer: { status: 200, schema: siteFound },
  })
  atSite(@Asked() call: Call, @Body({ schema: searchText }) body: SearchQuery) {
    return this.search.atSite(call, body);
  }
}
