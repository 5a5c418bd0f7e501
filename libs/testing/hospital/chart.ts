import { isoDate, localTime, startOfLocalDay, MINUTE } from '@plumbline/kernel';
import { stringify } from 'csv-stringify/sync';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HOSPITAL_ZONE } from './fhir';

/** The instant of a local wall-clock minute in the hospital's zone; on the two nights of a clock change counted from local midnight. */
export const moment = (day: number, minute: number, second = 0): number =>
  startOfLocalDay(day, HOSPITAL_ZONE) + minute * MINUTE + second * 1_000;

export type ResourceFile =
  'practitioners' | 'appointments' | 'encounters' | 'communications' | 'medication-requests' | 'medication-dispenses' | 'adverse-events';

const TABLES = {
  roster: ['clinician', 'start', 'end', 'kind', 'zone'],
  care: ['clinician', 'patient', 'started', 'formally_evaluated'],
  relations: ['clinician', 'patient', 'relation', 'registry', 'since'],
  'dual-roles': ['clinician', 'patient', 'role', 'rationale_recorded', 'declared'],
  notes: ['note', 'clinician', 'patient', 'written_at', 'about', 'kind'],
  social: ['connection', 'clinician', 'patient', 'network', 'initiator', 'state', 'at'],
  exceptions: ['exception', 'clinician', 'patient', 'domain', 'labelled', 'reason', 'at'],
} as const;
export type TableName = keyof typeof TABLES;

/** The systems of the hospital, each a source of its own, and what each exports. */
const SYSTEMS: Readonly<Record<string, readonly string[]>> = {
  'staff-register': ['practitioners', 'relations', 'dual-roles', 'roster'],
  'health-record': ['care', 'appointments', 'encounters', 'notes', 'medication-requests', 'medication-dispenses'],
  messaging: ['communications', 'social'],
  'gift-register': ['gifts'],
  'incident-system': ['exceptions', 'adverse-events'],
};
const systemOf = new Map(Object.entries(SYSTEMS).flatMap(([system, files]) => files.map((file) => [file, system])));

/** A gift as it stands in the register from one snapshot to another. */
export interface RegisterEntry {
  readonly entry: string;
  readonly clinician: string;
  readonly donor: string;
  readonly donorKind: string;
  readonly patient: string;
  readonly kind: string;
  readonly value: string;
  readonly accepted: 'yes' | 'no';
  readonly received: string;
  /** Days since 1970: on the register from this snapshot day to before that one. */
  readonly from: number;
  readonly until?: number;
}

/** Collects what the hospital's systems would hold and writes it as their export files, a folder for each system, month by month in it. */
export class Chart {
  private readonly files = new Map<string, string[]>();
  private readonly registers: RegisterEntry[] = [];
  records = 0;

  /** What would happen after `until` (UTC milliseconds), such as the third fill of a recent order, has not been recorded yet. */
  constructor(private readonly until: number) {}

  /** Files of one month stand together, and what others refer to (visits, notes) comes before what refers to it. */
  private static readonly order: readonly string[] = [
    'practitioners',
    'care',
    'relations',
    'dual-roles',
    'roster',
    'appointments',
    'encounters',
    'notes',
    'exceptions',
    'social',
    'communications',
    'medication-requests',
    'medication-dispenses',
    'adverse-events',
  ];

  resource(file: ResourceFile, at: number, resource: Readonly<Record<string, unknown>>): void {
    if (at >= this.until) return;
    this.text(file, at, JSON.stringify(resource));
  }

  /** A line of a resource file as it stands there, whether it can be read or not. */
  text(file: ResourceFile, at: number, text: string): void {
    this.line(`${Chart.folder(file, at)}${Chart.name(file)}.ndjson`, text);
  }

  row(table: TableName, at: number, row: Readonly<Record<string, string>>): void {
    if (at >= this.until) return;
    const path = `${Chart.folder(table, at)}${Chart.name(table)}.csv`;
    const columns = TABLES[table];
    if (!this.files.has(path)) this.files.set(path, [columns.join(',')]);
    this.line(path, stringify([columns.map((column) => row[column] ?? '')]).trimEnd());
  }

  gift(entry: RegisterEntry): void {
    this.registers.push(entry);
  }

  /** Writes all files below `directory`; the register is printed on the first day of each month and at the end. */
  write(directory: string, firstDay: number, lastDay: number): readonly string[] {
    const snapshots = new Set<number>([lastDay + 1]);
    for (let day = firstDay; day <= lastDay; day += 1) if (isoDate(day).endsWith('-01') && day > firstDay) snapshots.add(day);
    for (const day of snapshots) {
      const header = 'entry,clinician,donor,donor_kind,patient,kind,value,accepted,received,registered';
      const rows = this.registers
        .filter((gift) => gift.from <= day && (gift.until === undefined || gift.until > day))
        .map((gift) => [
          gift.entry,
          gift.clinician,
          gift.donor,
          gift.donorKind,
          gift.patient,
          gift.kind,
          gift.value,
          gift.accepted,
          gift.received,
          isoDate(gift.from),
        ]);
      this.records += rows.length;
      this.files.set(`gift-register/${isoDate(day).slice(0, 7)}/gifts-${isoDate(day)}.csv`, [header, stringify(rows).trimEnd()]);
    }
    const paths = [...this.files.keys()].sort();
    for (const path of paths) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), `${this.files.get(path)?.join('\n') ?? ''}\n`);
    }
    return paths;
  }

  private line(path: string, line: string): void {
    const lines = this.files.get(path);
    if (lines === undefined) this.files.set(path, [line]);
    else lines.push(line);
    this.records += 1;
  }

  private static folder(file: string, at: number): string {
    const standing = file === 'practitioners' || file === 'care' || file === 'relations' || file === 'dual-roles';
    const month = standing ? '0000-directory' : isoDate(localTime(at, HOSPITAL_ZONE).day).slice(0, 7);
    return `${systemOf.get(file) ?? ''}/${month}/`;
  }

  private static name(file: string): string {
    return `${String(Chart.order.indexOf(file) + 1).padStart(2, '0')}-${file}`;
  }
}
