import { Body, Controller } from '@nestjs/common';
import type { z } from 'zod';
import { pool, poolRelease } from '#contracts/api/pool';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { PoolService } from './pool.service.ts';

const tag = 'Print room: pool';

@Controller()
export class PoolController {
  constructor(private readonly pool: PoolService) {}

  @Route('GET', '/v1/site/pool', {
    tag,
    summary: 'What waits for a lot',
    access: { role: 'operator', scope: 'floor:read' },
    answer: { status: 200, schema: pool },
  })
  groups(@Asked() call: Call) {
    return this.pool.groups(call);
  }

  @Route('POST', '/v1/site/pool/release', {
    tag,
    summary: 'Release now: form lots of what waits, however few letters they are',
    access: { role: 'operator', scope: 'floor:write' },
    answer: { status: 200, schema: pool },
  })
  release(@Asked() call: Call, @Body({ schema: poolRelease }) body: z.output<typeof poolRelease>) {
    return this.pool.release(call, body);
  }
}
