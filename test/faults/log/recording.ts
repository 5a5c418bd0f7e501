/** What a traced process asked of the disk, in order. `started` and `ended` are line numbers of the trace. */
export type Call =
  | { readonly kind: 'write'; readonly path: string; readonly offset: number; readonly data: Buffer; readonly started: number }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number; readonly started: number }
  | { readonly kind: 'sync'; readonly path: string; readonly started: number; readonly ended: number }
  | { readonly kind: 'unlink'; readonly path: string; readonly started: number }
  | { readonly kind: 'said'; readonly data: Buffer; readonly started: number };

/** The tracer and its options. Strings come out as hexadecimal, and long enough for a page of SQLite. */
export const tracer = (file: string): readonly string[] => [
  ...['strace', '-f', '-qq', '-y', '-xx', '-s', '20000', '-e', 'signal=none', '-o', file],
  ...['-e', 'trace=write,pwrite64,pwritev,fsync,fdatasync,ftruncate,unlink'],
];

/** The disk that lies: a sync answers that it was done, and nothing was done. */
export const lyingDisk: readonly string[] = ['-e', 'inject=fsync,fdatasync:retval=0'];

const LINE = /^(\d+) +(?:<\.\.\. )?(\w+)(.*)$/;
const text = (hexadecimal: string): string => bytes(hexadecimal).toString('utf8');
const bytes = (hexadecimal: string): Buffer => Buffer.from(hexadecimal.replaceAll('\\x', ''), 'hex');

/** Reads a trace. Calls of other threads may stand between the two halves of one; a call counts from where it started. */
export function parseTrace(trace: string): readonly Call[] {
  const calls: Call[] = [];
  const unfinished = new Map<string, { readonly rest: string; readonly started: number }>();
  trace.split('\n').forEach((line, number) => {
    const [, thread = '', name = '', rest = ''] = LINE.exec(line) ?? [];
    if (rest.endsWith('<unfinished ...>')) {
      unfinished.set(thread, { rest: rest.slice(0, -'<unfinished ...>'.length), started: number });
      return;
    }
    const begun = rest.startsWith(' resumed>') ? unfinished.get(thread) : undefined;
    const whole = begun === undefined ? rest : begun.rest + rest.slice(' resumed>'.length);
    const call = toCall(name, whole, begun?.started ?? number, number);
    if (call !== undefined) calls.push(call);
  });
  // A call that the kill cut short may have happened or not: as a write that nothing made durable it may be kept or lost.
  for (const { rest, started } of unfinished.values()) {
    const call = calls.some((known) => known.started === started) ? undefined : toCall('pwrite64', `${rest}) = 0`, started, started);
    if (call !== undefined) calls.push(call);
  }
  return calls.sort((left, right) => left.started - right.started);
}

function toCall(name: string, rest: string, started: number, ended: number): Call | undefined {
  const path = text(/^\(\d+<((?:\\x..)*)>/.exec(rest)?.[1] ?? '');
  const [, data = '', offset] = /, "((?:\\x..)*)", \d+(?:, (\d+))?\)/.exec(rest) ?? [];
  switch (name) {
    case 'write':
      return rest.startsWith('(1<') ? { kind: 'said', data: bytes(data), started } : undefined;
    case 'pwrite64':
      return offset === undefined ? undefined : { kind: 'write', path, offset: Number(offset), data: bytes(data), started };
    case 'fsync':
    case 'fdatasync':
      // An injected answer is one that the disk never gave.
      return rest.includes('(INJECTED)') || !rest.includes(') = 0') ? undefined : { kind: 'sync', path, started, ended };
    case 'ftruncate':
      return { kind: 'truncate', path, size: Number(/, (\d+)\)/.exec(rest)?.[1]), started };
    case 'unlink':
      return { kind: 'unlink', path: text(/^\("((?:\\x..)*)"/.exec(rest)?.[1] ?? ''), started };
    case 'pwritev':
      throw new Error('the recording does not know vectored writes');
    default:
      return undefined;
  }
}

const SECTOR = 512;

/**
 * What a file holds after the power failed at `cut`: everything that was written before the start of its last finished sync, and of
 * what was written since, sector by sector, whatever `random` lets the disk have taken before it stopped.
 */
export function imageAt(calls: readonly Call[], path: string, cut: number, random: () => number): Buffer {
  const own = calls.filter((call) => call.kind !== 'said' && call.path === path && call.started < cut);
  const synced = own.reduce((latest, call) => (call.kind === 'sync' && call.ended < cut ? Math.max(latest, call.started) : latest), -1);
  const image = new Image();
  const loose = own.filter((call) => call.started > synced);
  for (const call of own) if (call.started < synced) image.apply(call);
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
