import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { ProblemError } from '@plumbline/kernel';
import type { Response } from 'express';
import { statusOf } from './statuses';

const RETRY_AFTER_SECONDS = '1';

/** Answers with the problems and nothing else: no stack, no path, no text of the input. */
@Catch(ProblemError)
export class ProblemFilter implements ExceptionFilter<ProblemError> {
  catch(error: ProblemError, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const status = statusOf(error.code);
    if (status === 429 || status === 503) response.setHeader('Retry-After', RETRY_AFTER_SECONDS);
    const problems =
      status === 500 ? [{ code: error.code, reason: 'Something went wrong here.', remedy: 'Look into the log.' }] : error.problems;
    response.status(status).type('application/problem+json').json({ status, problems });
  }
}
