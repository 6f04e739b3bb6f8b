import { Controller, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Door } from '../http/door.ts';
import { InFlight } from '../http/request-line.ts';
import { Route } from '../http/route.ts';
import { DOOR, VALKEY } from '../parts.ts';

const health = z.object({ status: z.literal('ok') });
const readiness = z.object({
  status: z.enum(['ready', 'not_ready']),
  database: z.enum(['ready', 'away', 'not_migrated']),
  valkey: z.enum(['ready', 'away', 'not_used']).describe('Not required: without it there is no admission limit'),
  stopping: z.boolean(),
});
type Readiness = z.output<typeof readiness>;

@Controller()
export class HealthController {
  constructor(
    @Inject(DOOR) private readonly door: Door,
    @Inject(VALKEY) private readonly valkey: Redis | undefined,
    private readonly inFlight: InFlight,
  ) {}

  @Route('GET', '/healthz', {
    tag: 'About',
    summary: 'Whether the process lives',
    access: 'anyone',
    answer: { status: 200, schema: health },
  })
  alive() {
    return { status: 'ok' };
  }

  @Route('GET', '/readyz', {
    tag: 'About',
    summary: 'Whether requests may be sent here',
    description: 'Answers 503 while it is not ready.',
    access: 'anyone',
    answer: { status: 200, schema: readiness },
  })
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const database = await this.databaseState();
    const valkey = this.valkey === undefined ? 'not_used' : this.valkey.status === 'ready' ? 'ready' : 'away';
    const ready = database === 'ready' && !this.inFlight.stopping;
    if (!ready) response.status(503).setHeader('Retry-After', '1');
    return { status: ready ? 'ready' : 'not_ready', database, valkey, stopping: this.inFlight.stopping };
  }

  /** The door opens only when tables, roles and rights are there. */
  private async databaseState(): Promise<Readiness['database']> {
    try {
      await this.door.find(Buffer.alloc(1));
      return 'ready';
    } catch (error) {
      const { code } = error as { code?: string };
      // Schema, function, table or role unknown; rights missing.
      return ['3F000', '42883', '42P01', '22023', '42501', '42704'].includes(code ?? '') ? 'not_migrated' : 'away';
    }
  }
}
