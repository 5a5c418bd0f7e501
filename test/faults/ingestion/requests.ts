/** Up to so many events in one request. */
const LONGEST = 40;

/** A request and the keys under which its events stand in the log; the same for the same numbers. */
export function requestOf(cycle: number, number: number): { readonly body: Buffer; readonly keys: readonly string[] } {
  const events = Array.from({ length: 1 + ((number * 7 + cycle) % LONGEST) }, (_, index) => {
    const id = `${cycle}-${number}-${index}`;
    const data = {
      clinician: `dr-${(number * 3 + index) % 17}`,
      patient: `patient-${cycle}-${number}`,
      direction: 'outbound',
      channel: 'portal',
      urgency: 'routine',
      redirect: false,
    };
    const time = new Date(Date.UTC(2026, 0, 1) + index * 1_000).toISOString();
    const event = { specversion: '1.0', id, source: 'ehr', type: 'messaging.message-sent', time, timezone: 'Europe/London', data };
    return { key: `ehr\u0000${id}`, line: JSON.stringify(event) };
  });
  return { body: Buffer.from(events.map(({ line }) => line).join('\n')), keys: events.map(({ key }) => key) };
}
