import type { SettingValue } from '@plumbline/pattern-kit';

/** What a policy may set on a pattern, as the pattern declares it. */
export interface DeclaredSetting {
  /** Such as `days` or `messages`; a policy may write `30 days` instead of `30` and is then held to it. */
  readonly unit: string;
  readonly default: SettingValue;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly oneOf?: readonly string[] | undefined;
}

/** The part of a pattern's declaration that a policy is checked against. */
export interface DeclaredPattern {
  readonly id: string;
  readonly settings: Readonly<Record<string, DeclaredSetting>>;
  readonly playbook: string;
}
