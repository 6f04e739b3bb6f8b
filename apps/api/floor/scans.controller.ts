import { Body, Controller } from '@nestjs/common';
import { scan, scanned, type Scan } from '#contracts/api/scans';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { ScansService } from './scans.service.ts';

@Controller()
export class ScansController {
  constructor(private readonly scans: ScansService) {}

  @Route('POST', '/v1/site/scans', {
    tag: 'Print room: scans',
    summary: 'Scan a code: what it is, and what to do with what bears it',
    description:
      'Window and sheet codes, trays, lot tickets, deposit slips. It changes one thing only: a copy that was counted as spoiled or voided, and turns up, is put aside as diverted.',
    access: { role: 'operator', scope: 'floor:write' },
    answer: { status: 200, schema: scanned },
    problems: ['mark_unreadable', 'mark_check_wrong', 'code_of_another_site'],
  })
  scan(@Asked() call: Call, @Body({ schema: scan }) body: Scan) {
    return this.scans.scan(call, body);
  }
}
