import { parentPort, Worker, workerData, type ResourceLimits, type Transferable } from 'node:worker_threads';

interface Question {
  readonly number: number;
  readonly request: unknown;
}

/** Errors lose everything but their text on the way between threads, and the code says what kind it was. */
interface Reply {
  readonly number: number;
  readonly answer?: unknown;
  readonly failure?: { readonly message: string; readonly code: unknown; readonly stack: string | undefined };
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
}

/** An answer, and memory in it that goes over to the other side instead of being copied. */
export interface Transferred<Answer> {
  readonly answer: Answer;
  readonly transfer: readonly Transferable[];
}

export interface WorkerThreadOptions {
  /** Bounds of the thread's memory; those of the process unless given. Beyond them the thread dies, and the process does not. */
  readonly resourceLimits?: ResourceLimits;
  /** The thread has ended without being asked to. Whoever awaits an answer is told as well. */
  readonly onDeath?: (error: Error) => void;
}

/**
 * A thread that answers requests in the order in which they are asked; see {@link answerRequests} for its side. It keeps the process
 * alive only while an answer is awaited. The thread is started by the first request.
 */
export class WorkerThread<Request, Answer> {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private fault: Error | undefined;

  /** `file`: the module that calls {@link answerRequests}; `data`: what it is given at its start. */
  constructor(
    private readonly file: string,
    private readonly data: unknown,
    private readonly options: WorkerThreadOptions = {},
  ) {}

  /** Starts the thread before anything is asked, so that its modules are loaded by then. */
  start(): void {
    this.worker ??= this.begin();
  }

  /** Rejects with an error that has the message and the `code` of the thread's own, and once the thread has died with why it did. */
  ask(request: Request, transfer: readonly Transferable[] = []): Promise<Answer> {
    if (this.fault !== undefined) return Promise.reject(this.fault);
    this.worker ??= this.begin();
    const { worker } = this;
    this.asked += 1;
    const number = this.asked;
    return new Promise<Answer>((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      worker.ref();
      worker.postMessage({ number, request } satisfies Question, transfer);
    });
  }

  /** Ends the thread once it has answered what was asked. */
  async close(): Promise<void> {
    const { worker } = this;
    if (worker === undefined) return;
    this.worker = undefined;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.ref();
    worker.postMessage(undefined);
    await ended;
  }

  private begin(): Worker {
    const { resourceLimits = {}, onDeath } = this.options;
    const worker = new Worker(this.file, { workerData: this.data, resourceLimits });
    worker.on('message', ({ number, answer, failure }: Reply) => {
      const waiting = this.waiting.get(number);
      this.waiting.delete(number);
      // One that is closing has more to do than to answer.
      if (this.waiting.size === 0 && this.worker === worker) worker.unref();
      if (failure === undefined) waiting?.resolve(answer as never);
      else waiting?.reject(Object.assign(new Error(failure.message), { code: failure.code, stack: failure.stack }));
    });
    const died = (error: Error): void => {
      if (this.worker === worker) {
        this.worker = undefined;
        this.fault = error;
        onDeath?.(error);
      }
      for (const { reject } of this.waiting.values()) reject(error);
      this.waiting.clear();
    };
    worker.unref();
    worker.on('error', died);
    worker.on('exit', () => {
      died(new Error('the thread has ended'));
    });
    return worker;
  }
}

export interface Answering {
  readonly answer: (request: never) => Transferred<unknown>;
  readonly close: () => void;
}

/**
 * The thread's side: `open` gets the data that the thread was started with and gives back what answers a request and what ends the thread.
 * An answer that throws is reported to whoever asked, and the thread goes on.
 */
export function answerRequests(open: (data: never) => Answering): void {
  const port = parentPort;
  if (port === null) throw new Error('this module runs in a thread of its own');
  const { answer, close } = open(workerData as never);
  port.on('message', (question: Question | undefined) => {
    if (question === undefined) {
      close();
      port.close();
      return;
    }
    const { number, request } = question;
    try {
      const { answer: given, transfer } = answer(request as never);
      port.postMessage({ number, answer: given } satisfies Reply, transfer);
    } catch (error) {
      const { message, stack, code } = error as Error & { readonly code?: unknown };
      port.postMessage({ number, failure: { message, code, stack } } satisfies Reply);
    }
  });
}
