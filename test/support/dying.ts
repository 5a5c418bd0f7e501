/** Where a process under test dies. */
export interface Death<Step extends string> {
  readonly dieAt: Step;
  /** The how-manieth time that the step is reached. */
  readonly occasion: number;
}

/** Called at each step; kills this process at the one that is named, as a power cut would and without a word. */
export function dying<Step extends string>({ dieAt, occasion }: Death<Step>): (step: Step) => void {
  let left = occasion;
  return (step) => {
    if (step !== dieAt) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
}
