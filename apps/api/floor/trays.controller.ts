import { Body, Controller, Param, Query } from '@nestjs/common';
import { becauseOnly, type Because } from '#contracts/api/floor';
import { scanIntoTray, scannedIntoTray, type ScanIntoTrayBody } from '#contracts/api/scans';
import { idOf } from '#contracts/api/shapes';
import { newTray, tray, trayPage, trayQuery, type NewTray, type TrayQuery } from '#contracts/api/trays';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { TraysService } from './trays.service.ts';

const tag = 'Print room: trays';
const read = { role: 'operator', scope: 'floor:read' } as const;
const access = { role: 'operator', scope: 'floor:write' } as const;
const id = idOf('tray');

@Controller()
export class TraysController {
  constructor(private readonly trays: TraysService) {}

  @Route('GET', '/v1/site/trays', {
    tag,
    summary: 'List trays',
    access: read,
    answer: { status: 200, schema: trayPage },
  })
  list(@Asked() call: Call, @Query({ schema: trayQuery }) query: TrayQuery) {
    return this.trays.list(call, query);
  }

  @Route('GET', '/v1/site/trays/:id', { tag, summary: 'One tray', access: read, answer: { status: 200, schema: tray } })
  one(@Asked() call: Call, @Param('id', { schema: id }) trayId: string) {
    return this.trays.one(call, trayId);
  }

  @Route('POST', '/v1/site/trays/:id/seal', {
    tag,
    summary: 'Seal a tray: it goes with the next deposit, and nothing changes in it any more',
    access,
    answer: { status: 200, schema: tray },
    problems: ['tray_not_complete', 'tray_holds_unmarked', 'site_without_carrier'],
  })
  seal(@Asked() call: Call, @Param('id', { schema: id }) trayId: string, @Body({ schema: becauseOnly }) body: Because) {
    return this.trays.seal(call, trayId, body);
  }

  @Route('POST', '/v1/site/trays', {
    tag,
    summary: 'Open a residual tray for what came back: pieces missing or refused at a deposit, or released',
    access,
    answer: { status: 201, schema: tray },
    problems: ['carrier_contract_unknown'],
  })
  open(@Asked() call: Call, @Body({ schema: newTray }) body: NewTray) {
    return this.trays.open(call, body);
  }

  @Route('POST', '/v1/site/trays/:id/pieces', {
    tag,
    summary: 'Scan a closed envelope into a tray',
    description:
      'For pieces that are suspect, diverted, missing or refused at a deposit. Scanned again into the same tray nothing changes; a copy that was counted as dead is put aside instead.',
    access,
    answer: { status: 200, schema: scannedIntoTray },
    problems: [
      'mark_unreadable',
      'mark_check_wrong',
      'code_of_another_site',
      'window_code_needed',
      'piece_not_for_tray',
      'piece_reappeared',
      'letter_ended',
      'tray_not_open',
      'tray_of_other_mail',
      'state_conflict',
    ],
  })
  scanInto(
    @Asked() call: Call,
    @Param('id', { schema: id }) trayId: string,
    @Body({ schema: scanIntoTray }) body: ScanIntoTrayBody,
  ) {
    return this.trays.scanInto(call, trayId, body);
  }

  @Route('POST', '/v1/site/trays/:id/break-seal', {
    tag,
    summary: 'Break the seal of a tray whose deposit still takes trays: it is open again until it is sealed anew',
    access,
    answer: { status: 200, schema: tray },
    problems: ['tray_left'],
  })
  breakSeal(
    @Asked() call: Call,
    @Param('id', { schema: id }) trayId: string,
    @Body({ schema: becauseOnly }) body: Because,
  ) {
    return this.trays.breakSeal(call, trayId, body);
  }
}
