import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { tap, type Observable } from 'rxjs';
import type { CalledRequest } from './call.ts';

/** Headers of every answer of a caller's own: it is nobody else's to keep, and it says when it is a stored one. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const response = http.getResponse<Response>();
    const request = http.getRequest<CalledRequest>();
    if (request.caller) response.setHeader('Cache-Control', 'no-store');
    return next.handle().pipe(
      tap(() => {
        if (request.call?.replayed) response.setHeader('Idempotent-Replayed', 'true');
      }),
    );
  }
}
