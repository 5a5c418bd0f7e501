import { success, failure, type Result } from '@plumbline/kernel';

/** What the environment says: names and texts, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Why a text is not a value of a setting, and what would be. */
export interface Refusal {
  readonly reason: string;
  readonly remedy: string;
}

/** One setting: the variable that it is read from, in words what it does, and how its text becomes a value. */
export interface Setting<Value> {
  readonly variable: string;
  readonly describes: string;
  /** Secrets are never shown, not even in an error. */
  readonly secret: boolean;
  /** Undefined where the setting has to be given. */
  readonly fallback: (() => Value) | undefined;
  readonly parse: (text: string) => Result<Value, Refusal>;
}

export type Settings = Readonly<Record<string, Setting<unknown>>>;

/** The typed configuration that a set of settings is read into. */
export type ConfigurationOf<S extends Settings> = {
  readonly [Name in keyof S]: S[Name] extends Setting<infer Value> ? Value : never;
};

interface Options<Value> {
  readonly describes: string;
  readonly fallback?: Value;
}

function setting<Value>(variable: string, options: Options<Value>, parse: Setting<Value>['parse'], secret = false): Setting<Value> {
  const given = 'fallback' in options;
  return { variable, describes: options.describes, secret, fallback: given ? () => options.fallback as Value : undefined, parse };
}

/** A whole number within bounds, both included. */
export function wholeSetting(
  variable: string,
  options: Options<number> & { readonly minimum: number; readonly maximum: number },
): Setting<number> {
  const { minimum, maximum } = options;
  return setting(variable, options, (text) => {
    const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= minimum && value <= maximum) return success(value);
    return failure({
      reason: `${variable} is not a whole number from ${minimum} to ${maximum}.`,
      remedy: `Set ${variable} to a whole number from ${minimum} to ${maximum}, or leave it out.`,
    });
  });
}

export function textSetting(variable: string, options: Options<string>): Setting<string> {
  return setting(variable, options, (text) => success(text));
}

/** A text that may be left out, and is undefined then. */
export function optionalTextSetting(variable: string, describes: string): Setting<string | undefined> {
  return setting<string | undefined>(variable, { describes, fallback: undefined }, (text) => success(text));
}

/** A secret of at least `minimumLength` characters; undefined where it is not given, so that the composition decides what that means. */
export function secretSetting(
  variable: string,
  options: { readonly describes: string; readonly minimumLength: number },
): Setting<string | undefined> {
  const parse = (text: string): Result<string | undefined, Refusal> =>
    text.length >= options.minimumLength
      ? success(text)
      : failure({
          reason: `${variable} is shorter than ${options.minimumLength} characters.`,
          remedy: `Set ${variable} to a random text of at least ${options.minimumLength} characters, such as from "openssl rand -base64 32".`,
        });
  return setting<string | undefined>(variable, { describes: options.describes, fallback: undefined }, parse, true);
}

const YES = new Set(['1', 'true', 'yes', 'on']);
const NO = new Set(['0', 'false', 'no', 'off']);

export function flagSetting(variable: string, options: Options<boolean>): Setting<boolean> {
  return setting(variable, options, (text) => {
    const word = text.toLowerCase();
    if (YES.has(word)) return success(true);
    if (NO.has(word)) return success(false);
    return failure({ reason: `${variable} is neither on nor off.`, remedy: `Set ${variable} to 1 or 0, or leave it out.` });
  });
}

export function choiceSetting<const Choice extends string>(
  variable: string,
  choices: readonly Choice[],
  options: { readonly describes: string; readonly fallback?: NoInfer<Choice> },
): Setting<Choice> {
  return setting<Choice>(variable, options, (text) => {
    const chosen = choices.find((choice) => choice === text);
    if (chosen !== undefined) return success(chosen);
    return failure({ reason: `${variable} is none of its choices.`, remedy: `Set ${variable} to one of: ${choices.join(', ')}.` });
  });
}

/** An absolute http or https address without credentials in it. */
export function addressSetting(variable: string, describes: string): Setting<URL | undefined> {
  return setting<URL | undefined>(variable, { describes, fallback: undefined }, (text) => {
    const address = URL.canParse(text) ? new URL(text) : undefined;
    if (address !== undefined && /^https?:$/.test(address.protocol) && address.username === '' && address.password === '') {
      return success(address);
    }
    return failure({
      reason: `${variable} is not a web address.`,
      remedy: `Set ${variable} to an address such as https://identity.example.org, without a user or password in it.`,
    });
  });
}

/** Words separated by commas; blank ones are dropped. */
export function listSetting(variable: string, options: Options<readonly string[]>): Setting<readonly string[]> {
  return setting(variable, options, (text) =>
    success(
      text
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
  );
}
