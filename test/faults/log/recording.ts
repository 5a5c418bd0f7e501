/** What a traced process asked of the disk, in order. */
export type Call = Moments &
  (
    | { readonly kind: 'write'; readonly path: string; readonly offset: number; readonly data: Buffer }
    | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
    | { readonly kind: 'sync' | 'unlink'; readonly path: string }
    | { readonly kind: 'said'; readonly data: Buffer }
  );

/** Line numbers of the trace. A call that nobody saw returning has ended at infinity. */
interface Moments {
  readonly started: number;
  readonly ended: number;
}

/** The tracer and its options. Strings come out as hexadecimal, and long enough for a page of SQLite. */
export const tracer = (file: string): readonly string[] => [
  ...['strace', '-f', '-qq', '-y', '-xx', '-s', '20000', '-e', 'signal=none', '-o', file],
  ...['-e', 'trace=write,pwrite64,pwritev,fsync,fdatasync,ftruncate,unlink'],
];

/** The disk that lies: a sync answers that it was done, and nothing was done. */
export const lyingDisk: readonly string[] = ['-e', 'inject=fsync,fdatasync:retval=0'];

const LINE = /^(\d+) +(<\.\.\. \w+ resumed>)?(.*)$/;
const UNFINISHED = ' <unfinished ...>';
/** The answer stands in a column of its own, so that there may be many blanks before it. */
const CALL = /^(\w+)\((.*)\) += (-?\d+|\?)(.*)$/;
const FILE = String.raw`^(\d+)<((?:\\x..)*)>(?:\(deleted\))?`;
const ON_FILE = new RegExp(`${FILE}$`);
const WRITE = new RegExp(String.raw`${FILE}, "((?:\\x..)*)", \d+(?:, (\d+))?$`);
const TRUNCATE = new RegExp(String.raw`${FILE}, (\d+)$`);
const UNLINK = /^"((?:\\x..)*)"$/;

const bytes = (hexadecimal: string): Buffer => Buffer.from(hexadecimal.replaceAll('\\x', ''), 'hex');
const text = (hexadecimal = ''): string => bytes(hexadecimal).toString('utf8');

/**
 * Reads a trace. Under load the tracer splits a call in two, and calls of other threads stand between its halves.
 * @throws Error on a line that it does not understand: a write or sync left out would look like a loss that never was.
 */
export function parseTrace(trace: string): readonly Call[] {
  const calls: (Call | undefined)[] = [];
  const begun = new Map<string, { readonly half: string; readonly started: number }>();
  for (const [number, line] of trace.split('\n').entries()) {
    if (line === '') continue;
    const [, thread = '', resumed, rest = ''] = understood(LINE, line);
    const open = begun.get(thread);
    if ((open === undefined) !== (resumed === undefined)) throw notUnderstood(line);
    begun.delete(thread);
    const { half, started } = open ?? { half: '', started: number };
    const whole = half + rest;
    if (whole.endsWith(UNFINISHED)) begun.set(thread, { half: whole.slice(0, -UNFINISHED.length), started });
    else calls.push(toCall(whole.replace(UNFINISHED, ''), started, number));
  }
  for (const { half, started } of begun.values()) calls.push(toCall(`${half}) = ?`, started, Infinity));
  return calls.filter((call) => call !== undefined).sort((left, right) => left.started - right.started);
}

function toCall(line: string, started: number, seen: number): Call | undefined {
  const [, name = '', given = '', answer = '', remark = ''] = understood(CALL, line);
  // A call whose answer is unknown may have happened or not: as a write that nothing made durable it may be kept or lost.
  const ended = answer === '?' ? Infinity : seen;
  if (answer === '-1') return undefined;
  switch (name) {
    case 'write':
      return given.startsWith('1<') ? { kind: 'said', data: bytes(understood(WRITE, given)[3] ?? ''), started, ended } : undefined;
    case 'pwrite64': {
      const [, , path, data = '', offset] = understood(WRITE, given);
      const written = answer === '?' ? Infinity : Number(answer);
      return { kind: 'write', path: text(path), offset: Number(offset), data: bytes(data).subarray(0, written), started, ended };
    }
    case 'fsync':
    case 'fdatasync':
      // An injected answer is one that the disk never gave.
      return remark.includes('(INJECTED)') ? undefined : { kind: 'sync', path: text(understood(ON_FILE, given)[2]), started, ended };
    case 'ftruncate': {
      const [, , path, size] = understood(TRUNCATE, given);
      return { kind: 'truncate', path: text(path), size: Number(size), started, ended };
    }
    case 'unlink':
      return { kind: 'unlink', path: text(understood(UNLINK, given)[1]), started, ended };
    default:
      throw notUnderstood(line);
  }
}

function understood(pattern: RegExp, line: string): RegExpExecArray {
  const match = pattern.exec(line);
  if (match === null) throw notUnderstood(line);
  return match;
}

const notUnderstood = (line: string): Error => new Error(`the recording has a line that is not understood: ${line.slice(0, 300)}`);

const SECTOR = 512;

/**
 * What a file holds after the power failed at `cut`: everything whose writing had ended before the start of its last finished sync, and
 * of what else was written, sector by sector, whatever `random` lets the disk have taken before it stopped.
 */
export function imageAt(calls: readonly Call[], path: string, cut: number, random: () => number): Buffer {
  const own = calls.filter((call) => call.kind !== 'said' && call.path === path && call.started < cut);
  const synced = own.reduce((latest, call) => (call.kind === 'sync' && call.ended < cut ? Math.max(latest, call.started) : latest), -1);
  const image = new Image();
  const loose = own.filter((call) => call.ended >= synced);
  for (const call of own) if (call.ended < synced) image.apply(call);
  const taken = new Map<number, number>();
  loose.forEach((call, index) => {
    image.apply(call, (sector) => {
      const until = taken.get(sector) ?? Math.floor(random() * (loose.length + 1));
      taken.set(sector, until);
      return index < until;
    });
  });
  return image.bytes();
}

class Image {
  private content = Buffer.alloc(1 << 20);
  private size = 0;

  apply(call: Call, takes?: (sector: number) => boolean): void {
    if (call.kind === 'unlink') this.resize(0);
    if (call.kind === 'truncate' && (takes === undefined || takes(-1))) this.resize(call.size);
    if (call.kind !== 'write') return;
    if (takes === undefined) this.put(call.offset, call.data);
    for (let at = 0; takes !== undefined && at < call.data.length;) {
      const position = call.offset + at;
      const length = Math.min(SECTOR - (position % SECTOR), call.data.length - at);
      if (takes(Math.floor(position / SECTOR))) this.put(position, call.data.subarray(at, at + length));
      at += length;
    }
  }

  bytes(): Buffer {
    return this.content.subarray(0, this.size);
  }

  private put(offset: number, data: Buffer): void {
    if (offset + data.length > this.size) this.resize(offset + data.length);
    this.content.set(data, offset);
  }

  private resize(size: number): void {
    if (size > this.content.length) this.content = Buffer.concat([this.content, Buffer.alloc(Math.max(size, this.content.length))]);
    if (size < this.size) this.content.fill(0, size, this.size);
    this.size = size;
  }
}
