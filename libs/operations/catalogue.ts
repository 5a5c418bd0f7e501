import { exportOperation } from './export/export.operation';
import { importOperation } from './import.operation';
import { listQuarantine, replayQuarantined, showQuarantined } from './quarantine.operations';
import { rebuildOperation, replayOperation } from './rebuild.operation';
import { verifyOperation } from './verify.operation';

/** Everything that an operator can ask of a platform, by the name under which a running one is asked. */
export const operations = {
  import: importOperation,
  rebuild: rebuildOperation,
  replay: replayOperation,
  verify: verifyOperation,
  export: exportOperation,
  'quarantine-list': listQuarantine,
  'quarantine-show': showQuarantined,
  'quarantine-replay': replayQuarantined,
} as const;

export type OperationName = keyof typeof operations;
export type RequestOf<Name extends OperationName> = Parameters<(typeof operations)[Name]>[1];
export type ResultOf<Name extends OperationName> = Awaited<ReturnType<(typeof operations)[Name]>>;

export const isOperation = (name: string): name is OperationName => Object.hasOwn(operations, name);
