import { failure, success, type Result } from '@plumbline/kernel';
import type { SettingValue } from '@plumbline/pattern-kit';
import type { DeclaredSetting } from './declared-pattern';

export interface SettingFault {
  readonly code: 'policy.wrong-unit' | 'policy.wrong-type' | 'policy.out-of-range' | 'policy.unknown-value';
  readonly reason: string;
  readonly remedy: string;
}

const kindOf = (value: SettingValue): string =>
  typeof value === 'object' ? 'list of words' : typeof value === 'string' ? 'word' : typeof value;

const LOCAL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Thousandths of it are still exact in a double. */
const LARGEST = 1_000_000_000_000;

/** Patterns count in thousandths; a finer number could not be held to. */
const hasThousandths = (value: number): boolean => Math.abs(value * 1_000 - Math.round(value * 1_000)) < 1e-6;

const singular = (unit: string): string => (unit.endsWith('s') ? unit.slice(0, -1) : unit);

/** `30 days` as its number and its unit; undefined for a text of another form. */
function quantity(text: string): { readonly value: number; readonly unit: string } | undefined {
  const parts = /^(\d{1,12}(?:\.\d{1,3})?) +(\S.*)$/.exec(text.trim());
  return parts === null ? undefined : { value: Number(parts[1]), unit: parts[2] ?? '' };
}

/** Reads a setting as a policy writes it into the plain value that patterns see, in the declared unit. */
export function readSetting(declared: DeclaredSetting, written: SettingValue): Result<SettingValue, SettingFault> {
  let value = written;
  if (typeof declared.default === 'number' && typeof written === 'string') {
    const read = quantity(written);
    if (read !== undefined) {
      if (singular(read.unit) !== singular(declared.unit)) {
        return failure({
          code: 'policy.wrong-unit',
          reason: `It is written in ${read.unit}, but its unit is ${declared.unit}.`,
          remedy: `Write the number of ${declared.unit}.`,
        });
      }
      value = read.value;
    }
  }
  if (kindOf(value) !== kindOf(declared.default)) {
    const expected = kindOf(declared.default);
    return failure({
      code: 'policy.wrong-type',
      reason: `It is a ${kindOf(value)}, but the pattern expects a ${expected}.`,
      remedy: `Write a ${expected}, such as ${String(declared.default)}.`,
    });
  }
  if (typeof value === 'number') {
    const { least = 0, most = LARGEST } = declared;
    if (!hasThousandths(value) || value < least || value > most) {
      const range = declared.most === undefined ? `from ${String(least)} on` : `from ${String(least)} to ${String(most)}`;
      return failure({
        code: 'policy.out-of-range',
        reason: `${String(value)} ${declared.unit} is out of range.`,
        remedy: `Write a number with at most three decimals, ${range}.`,
      });
    }
  }
  if (declared.unit === 'local time' && !LOCAL_TIME.test(String(value))) {
    return failure({ code: 'policy.wrong-unit', reason: `${String(value)} is no local time.`, remedy: 'Write it like 22:00.' });
  }
  const words = typeof value === 'object' ? value : typeof value === 'string' ? [value] : [];
  const stranger = declared.oneOf === undefined ? undefined : words.find((word) => declared.oneOf?.includes(word) !== true);
  if (stranger !== undefined) {
    return failure({
      code: 'policy.unknown-value',
      reason: `${stranger} is none of the values that it can have.`,
      remedy: `Use ${(declared.oneOf ?? []).join(', ')}.`,
    });
  }
  return success(value);
}
