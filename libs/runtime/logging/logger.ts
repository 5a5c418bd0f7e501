import { pino, type DestinationStream, type LevelWithSilent, type Logger as PinoLogger } from 'pino';

/** A structured logger, one JSON object a line. */
export type Logger = PinoLogger;
export type LogLevel = LevelWithSilent;

/** Fields whose value is never written, wherever they stand in the first three levels. */
const SECRET_FIELDS = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'passphrase',
  'secret',
  'token',
  'accessToken',
  'idToken',
  'key',
];

/** A pseudonym still is about a person: it may stand in the tables, never in a log. */
const PSEUDONYM = /\b([KPD])-[0-9A-HJKMNP-TV-Z]{12}\b/g;

export interface LoggerOptions {
  readonly level: LogLevel;
  /** Stands in each line, such as `plumbline` or `api`. */
  readonly name: string;
  /** Where lines go; standard output if left out. */
  readonly destination?: DestinationStream;
}

/**
 * Makes the logger of a process. Secrets are replaced by field name and pseudonyms wherever they stand. Control characters of a
 * logged value (line ends, terminal escapes) are escaped by JSON, so that no value can forge a line or paint a terminal.
 */
export function createLogger(options: LoggerOptions): Logger {
  const destination = options.destination ?? process.stdout;
  const scrubbed: DestinationStream = {
    write: (line) => {
      destination.write(line.replace(PSEUDONYM, '$1-[redacted]').replace(/[\u007f-\u009f]/g, ''));
    },
  };
  return pino(
    {
      name: options.name,
      level: options.level,
      base: { name: options.name },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: ['', '*.', '*.*.'].flatMap((prefix) => SECRET_FIELDS.map((field) => `${prefix}["${field}"]`.replace('.[', '['))),
        censor: '[redacted]',
      },
    },
    scrubbed,
  );
}
