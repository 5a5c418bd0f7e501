import { basename } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads';

/** What one thread's heap holds after its garbage was collected, in bytes. */
export interface HeapOfThread {
  /** `event loop`, or the file of a worker. */
  readonly thread: string;
  /** Objects that are alive. */
  readonly alive: number;
  /** Typed arrays and buffers outside of the heap that they stand for. */
  readonly outside: number;
}

type Told = { readonly started: number } | { readonly asked: number } | { readonly answered: number; readonly heap: HeapOfThread };

const CHANNEL = 'plumbline-benchmark-heaps';

/** A second collection takes what the first one left to finalisers. Needs `--expose-gc`, which holds for all threads. */
function heapOfThisThread(): HeapOfThread {
  if (globalThis.gc === undefined) throw new Error('heaps are collected with --expose-gc only');
  globalThis.gc();
  globalThis.gc();
  const { used_heap_size: alive, external_memory: outside } = getHeapStatistics();
  return { thread: isMainThread ? 'event loop' : basename(process.argv[1] ?? ''), alive, outside };
}

/** Every thread of the process loads this module before its own (`--require`): one that is no event loop answers who asks. */
const channel = new BroadcastChannel(CHANNEL);
channel.unref();
const tell = (told: Told): void => {
  channel.postMessage(told);
};

const threads = new Set<number>();
let answers: HeapOfThread[] = [];
let allAnswered: () => void = () => undefined;
let questions = 0;

if (isMainThread) {
  channel.onmessage = ({ data }: { readonly data: Told }) => {
    if ('started' in data) threads.add(data.started);
    if (!('answered' in data) || data.answered !== questions) return;
    answers.push(data.heap);
    if (answers.length === threads.size) allAnswered();
  };
} else {
  channel.onmessage = ({ data }: { readonly data: Told }) => {
    if ('asked' in data) tell({ answered: data.asked, heap: heapOfThisThread() });
  };
  tell({ started: threadId });
}

/** Collects the garbage of all threads, one question at a time; what each holds then. */
export async function collectHeaps(): Promise<readonly HeapOfThread[]> {
  questions += 1;
  answers = [];
  const answered = new Promise<void>((resolve) => (allAnswered = resolve));
  // The channel does not keep the process alive while it waits.
  channel.ref();
  try {
    tell({ asked: questions });
    if (threads.size > 0) await answered;
  } finally {
    channel.unref();
  }
  return [heapOfThisThread(), ...answers];
}
