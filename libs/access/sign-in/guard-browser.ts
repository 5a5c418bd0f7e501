import { HttpException } from '@nestjs/common';
import type { Request } from 'express';
import { isSameOrigin } from './loopback';

/** Lets through what our own pages send: JSON, which no foreign page can send without asking first. @throws HttpException 403 or 415 */
export function guardBrowser(request: Request): void {
  if (!isSameOrigin(request)) throw refusal(403, 'access.foreign-origin', 'Use the dashboard itself.');
  if (request.is('application/json') === false) throw refusal(415, 'access.not-json', 'Send application/json.');
}

export function refusal(status: number, code: string, remedy: string): HttpException {
  return new HttpException({ code, remedy }, status);
}
