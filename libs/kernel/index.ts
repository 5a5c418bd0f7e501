export { BoundedCache } from './bounded-cache';
export { FixedClock, systemClock, type Clock } from './clock';
export { ProblemError, type Problem, type ProblemCode } from './errors';
export { sha256, sha256Characters, sha256Hex, sha256Of } from './hash';
export { HmacSha256 } from './hmac';
export { pseudonymPattern, type ClinicianId, type DonorId, type PatientId, type SubjectKind } from './identity';
export { instantOfIso, isoInstant } from './iso-instant';
export { insideQuotes, jsonText } from './inside-quotes';
export { makeDirectory } from './make-directory';
export { addMoney, type Money } from './money';
export { answerRequests, WorkerThread, type Transferred } from './worker-thread';
export { failure, success, type Result } from './result';
export {
  DAY,
  HOUR,
  MINUTE,
  dayOfIsoDate,
  isZone,
  isoDate,
  localTime,
  startOfLocalDay,
  zoneOffset,
  type LocalTime,
  type OccurredTime,
  type Precision,
} from './time';
