import { createAlertFold, type AlertFoldSnapshot } from '@plumbline/cases';
import { sha256Hex, type ClinicianId } from '@plumbline/kernel';
import { PatternEngine, createPatternEngine, type PolicyView } from '@plumbline/pattern-kit';
import { patterns } from '@plumbline/patterns';
import { activatedPolicy, policyView, routeFinding, type PolicyDocument } from '@plumbline/policy';
import type { FoldFactory, ProjectorOptions } from '@plumbline/projecting';
import { usableCores } from '@plumbline/runtime';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { projectRoot } from './project-root';

const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { readonly version: string };

/**
 * Names everything that the result of a fold depends on besides the log: the declarations, and the release for the code that reads
 * them. With another version all is folded anew.
 */
const foldVersion = sha256Hex(JSON.stringify([version, patterns])).slice(0, 16);

/** Patterns, policy and cases over one partition's stream. A finding is routed by the version of the policy that judged it. */
export const createFolds: FoldFactory = (_partition, restored) => {
  const documents = new Map<string, PolicyDocument>();
  const readPolicy = (document: Readonly<Record<string, unknown>>, policy: string, policyVersion: number): PolicyView => {
    const activated = activatedPolicy({ policy, policyVersion, document, effectiveFrom: '', activatedBy: '' });
    documents.set(`${policy}@${policyVersion}`, activated);
    return policyView(activated);
  };
  const options = { policyView: readPolicy };
  const engine =
    restored === undefined
      ? createPatternEngine(patterns, options)
      : PatternEngine.restore(patterns, options, restored.patterns as Uint8Array);
  // The projector then reads the log from its beginning.
  if (engine === undefined) throw new Error('the saved state was made by other patterns');
  return {
    patterns: engine,
    cases: createAlertFold(restored === undefined ? {} : { restore: restored.cases as AlertFoldSnapshot }),
    route: ({ finding }) => {
      const document = documents.get(`${finding.policy}@${finding.policyVersion}`);
      return document === undefined ? undefined : routeFinding(document, finding);
    },
    placeOf: (clinician, instant) => {
      const entry = engine.surroundings.directoryAt(clinician as ClinicianId, instant);
      return entry === undefined ? undefined : { specialty: entry.specialty, department: entry.department, site: entry.site };
    },
  };
};

/** How a projector of the product folds. `threads`: as many as were configured; one fewer than there are cores for this process unless told. */
export const folding = (threads = usableCores() - 1): Pick<ProjectorOptions, 'createFolds' | 'foldVersion' | 'foldThreads'> => ({
  createFolds,
  foldVersion,
  foldThreads: { count: threads, module: join(__dirname, `folding.worker${extname(__filename)}`) },
});
