import { Controller, Param, Query } from '@nestjs/common';
import { floorLetter, floorLetterPage, floorLetterQuery, type FloorLetterQuery } from '#contracts/api/floor-letters';
import { idOf } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { FloorLettersService } from './floor-letters.service.ts';

@Controller()
export class FloorLettersController {
  constructor(private readonly letters: FloorLettersService) {}

  @Route('GET', '/v1/site/letters', {
    tag: 'Print room: letters',
    summary: 'List letters that were submitted, in the order in which they came',
    description: 'Content and address are masked: the floor sees codes, counts and the postcode.',
    access: { role: 'operator', scope: 'floor:read' },
    answer: { status: 200, schema: floorLetterPage },
  })
  list(@Asked() call: Call, @Query({ schema: floorLetterQuery }) query: FloorLetterQuery) {
    return this.letters.list(call, query);
  }

  @Route('GET', '/v1/site/letters/:id', {
    tag: 'Print room: letters',
    summary: 'One letter: its copies, and its story with who did what and why',
    description: 'Content and address are masked: the floor sees codes, counts and the postcode.',
    access: { role: 'operator', scope: 'floor:read' },
    answer: { status: 200, schema: floorLetter },
  })
  one(@Asked() call: Call, @Param('id', { schema: idOf('letter') }) id: string) {
    return this.letters.one(call, id);
  }
}
