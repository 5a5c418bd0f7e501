/** Which lookups an event may have changed, from when on. Undefined members mean all. */
export interface Disturbance {
  readonly of: 'policy' | 'directory' | 'roster' | 'baseline' | 'closed-day';
  readonly from: number;
  readonly clinician?: string;
  readonly metric?: string;
}
