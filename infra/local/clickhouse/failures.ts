/** A failure as the engine words it; the client takes code and type from the text. */
export class EngineFailure extends Error {
  constructor(
    readonly code: number,
    type: string,
    text: string,
  ) {
    super(`Code: ${String(code)}. DB::Exception: ${text}. (${type})`);
  }
}

/** What the engine threw, or what went wrong in the front itself. */
export function engineFailure(error: unknown): { readonly code: number; readonly text: string } {
  const text = error instanceof Error ? error.message : String(error);
  const code = /Code: (\d+)\. DB::Exception/.exec(text)?.[1];
  return code === undefined
    ? { code: 1002, text: `Code: 1002. DB::Exception: ${text}. (UNKNOWN_EXCEPTION)` }
    : { code: Number(code), text };
}

/** ClickHouse's table from its codes to statuses (src/Server/HTTP/exceptionCodeToHTTPStatus.cpp), in numbers; all others are 500. */
const STATUSES: Readonly<Record<number, readonly number[]>> = {
  400: [6, 15, 25, 26, 27, 36, 37, 38, 41, 43, 44, 53, 62, 72, 117, 167, 168, 223, 321, 376, 427, 441, 675, 676],
  401: [194],
  403: [192, 193, 512, 516],
  404: [46, 47, 50, 56, 60, 63, 73, 78, 81, 115, 139, 152, 336],
  408: [159],
  411: [381],
  413: [229],
  501: [48],
  503: [76, 209, 439],
};
const STATUS_OF = new Map(Object.entries(STATUSES).flatMap(([status, codes]) => codes.map((code) => [code, Number(status)] as const)));

export const statusOf = (code: number): number => STATUS_OF.get(code) ?? 500;

/** How a server ends an answer that fails after it has begun: with a marked block, whose tag stood in the header. */
export function exceptionBlock(text: string, tag: string): string {
  const message = `${text}\n`;
  return `\r\n__exception__\r\n${tag}\r\n${message}${String(Buffer.byteLength(message))} ${tag}\r\n__exception__\r\n`;
}
