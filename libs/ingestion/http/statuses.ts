import type { ProblemCode } from '@plumbline/kernel';

/** The one place where problems become HTTP statuses. What is not listed by code is decided by the code's first part. */
const BY_CODE: Readonly<Record<string, number>> = {
  'source.not-authenticated': 401,
  'source.unknown': 403,
  'access.not-authenticated': 401,
  'access.not-permitted': 403,
  'input.too-large': 413,
  'input.record-too-large': 413,
  'ingestion.media-type': 415,
  'ingestion.busy': 429,
  'log.overloaded': 429,
  'log.disk-full': 507,
  'quarantine.unknown': 404,
  'quarantine.settled': 409,
  'register.out-of-order': 409,
};
const BY_PART: Readonly<Record<string, number>> = { input: 400, csv: 400, register: 400, mapping: 400, event: 400, time: 400, log: 503 };

export const statusOf = (code: ProblemCode): number => BY_CODE[code] ?? BY_PART[code.split('.')[0] ?? ''] ?? 500;
