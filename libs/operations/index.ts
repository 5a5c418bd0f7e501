export { administration } from './administration';
export type { OperationName, RequestOf, ResultOf } from './catalogue';
export { EXPORTS, EXPORT_FORMATS, type Exported, type ExportFormat } from './export/statements';
export type { Progress } from './operation';
export { runOperation } from './run-operation';
