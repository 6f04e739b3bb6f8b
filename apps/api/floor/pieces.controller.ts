import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { finding, piece, piecePage, pieceQuery, type FindingBody, type PieceQuery } from '#contracts/api/pieces';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { PiecesService } from './pieces.service.ts';

const tag = 'Print room: pieces';
const read = { role: 'operator', scope: 'floor:read' } as const;
const id = z.string().regex(/^let_[0-9a-z]{26}\.[1-9][0-9]{0,3}$/, 'A letter’s id, a dot and the copy number');

@Controller()
export class PiecesController {
  constructor(private readonly pieces: PiecesService) {}

  @Route('GET', '/v1/site/pieces', {
    tag,
    summary: 'List pieces; suspect and diverted ones unless told otherwise, one by its code',
    description: 'Addresses and pages are masked: the floor sees codes, counts and the postcode.',
    access: read,
    answer: { status: 200, schema: piecePage },
  })
  list(@Asked() call: Call, @Query({ schema: pieceQuery }) query: PieceQuery) {
    return this.pieces.list(call, query);
  }

  @Route('GET', '/v1/site/pieces/:id', {
    tag,
    summary: 'One piece',
    access: read,
    answer: { status: 200, schema: piece },
  })
  one(@Asked() call: Call, @Param('id', { schema: id }) pieceId: string) {
    return this.pieces.one(call, pieceId);
  }

  @Route('POST', '/v1/site/pieces/:id/resolve', {
    tag,
    summary: 'Tell what was found out about a suspect, diverted, missing, refused or damaged piece',
    access: { role: 'operator', scope: 'floor:write' },
    answer: { status: 200, schema: piece },
    problems: [
      'state_conflict',
      'finding_not_possible',
      'tray_not_open',
      'tray_of_other_mail',
      'tray_left',
      'piece_reappeared',
      'letter_ended',
      'piece_unknown',
    ],
  })
  resolve(
    @Asked() call: Call,
    @Param('id', { schema: id }) pieceId: string,
    @Body({ schema: finding }) body: FindingBody,
  ) {
    return this.pieces.resolve(call, pieceId, body);
  }
}
