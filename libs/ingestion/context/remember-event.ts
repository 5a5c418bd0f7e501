import type { PrescriptionDispensed, PrescriptionOrdered, StoredEvent } from '@plumbline/events';
import type { ContextStore } from './context-store';
import { rememberFill } from './fills';
import { rememberOrder } from './orders';

/** Orders and dispenses stand in the log, so what is known of them can be read from there again. */
export function rememberEvent(context: ContextStore, json: string): void {
  if (json.includes('"type":"prescribing.ordered"')) rememberOrdered(context, JSON.parse(json) as StoredEvent);
  else if (json.includes('"type":"prescribing.dispensed"')) rememberDispensed(context, JSON.parse(json) as StoredEvent);
}

function rememberOrdered(context: ContextStore, { source, data }: StoredEvent): void {
  const { prescription, clinician, schedule, scheduleSource, priorPrescription, basedOn } = data as unknown as PrescriptionOrdered;
  // An undefined field is none in what is kept.
  rememberOrder(context, source, prescription, {
    clinician,
    schedule,
    ...(scheduleSource === undefined ? {} : { scheduleSource }),
    ...(priorPrescription === undefined ? {} : { priorPrescription }),
    ...(basedOn === undefined ? {} : { basedOn }),
  });
}

function rememberDispensed(context: ContextStore, stored: StoredEvent): void {
  const { prescription, refillNumber, refillSource } = stored.data as unknown as PrescriptionDispensed;
  const fill = {
    record: stored.recordid,
    recordVersion: stored.recordversion,
    event: stored.id,
    prescription,
    at: Date.parse(stored.time),
    retracted: stored.retracted === true,
    stated: refillSource === undefined ? refillNumber : undefined,
  };
  rememberFill(context, stored.source, fill, refillNumber);
}
