import type { SettingValue } from './surroundings';

/** Where a default comes from: the articles say it, another public source does, or it is proposed and waits to be calibrated. */
export type Origin = 'S' | 'X' | 'P';

/** A number or word that an institution may change in its policy. */
export interface Setting {
  readonly default: SettingValue;
  /** `days`, `messages`, `percent`, `local time` … as it is shown beside the number. */
  readonly unit: string;
  readonly origin: Origin;
  /** One sentence. */
  readonly meaning: string;
  /** Bounds that the policy checker holds a number to. */
  readonly least?: number;
  readonly most?: number;
  /** The words that a text setting may hold. */
  readonly oneOf?: readonly string[];
}

export type Settings = Readonly<Record<string, Setting>>;

/** A place in a declaration that a setting fills. */
export interface SettingReference {
  readonly setting: string;
}

export const setting = (name: string): SettingReference => ({ setting: name });

/** Settings as they hold at one instant: the policy's where it has one, else the pattern's default. */
export class SettingsInForce {
  constructor(
    private readonly declared: Settings,
    private readonly overridden: Readonly<Record<string, SettingValue>>,
  ) {}

  value(reference: SettingReference): SettingValue {
    const override = this.overridden[reference.setting];
    if (override !== undefined) return override;
    const declared = this.declared[reference.setting];
    if (declared === undefined) throw new RangeError(`no setting ${reference.setting}`);
    return declared.default;
  }

  number(reference: SettingReference): number {
    const value = this.value(reference);
    if (typeof value !== 'number') throw new TypeError(`setting ${reference.setting} is not a number`);
    return value;
  }

  /** In thousandths of the setting's unit, a whole number. */
  milli(reference: SettingReference): number {
    return Math.round(this.number(reference) * 1_000);
  }

  /** A local time such as `22:00`, in minutes after midnight. */
  minutes(reference: SettingReference): number {
    const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(String(this.value(reference)));
    if (match === null) throw new TypeError(`setting ${reference.setting} is not a local time like 22:00`);
    return Number(match[1]) * 60 + Number(match[2]);
  }
}
