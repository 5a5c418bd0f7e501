import Ajv, { type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { policySchema } from '../document.schema';
import type { PolicyDocument } from '../document';
import type { Path } from '../policy-text';

/** What is wrong with a document and where; the reader of the text turns the path into a line. */
export interface Fault {
  readonly code: `policy.${string}`;
  readonly path: Path;
  readonly reason: string;
  readonly remedy: string;
}

const ajv = addFormats(new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }));
const validate = ajv.compile<PolicyDocument>(policySchema);

const unescape = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : unescape(step)));

const named = (path: Path): string => (path.length === 0 ? 'The policy' : `\`${path.join('.')}\``);

function explain(error: ErrorObject): Fault {
  const path = pathOf(error.instancePath);
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'required': {
      const field = String(params['missingProperty']);
      return { code: 'policy.missing', path, reason: `${named(path)} lacks \`${field}\`.`, remedy: `Add \`${field}\`.` };
    }
    case 'additionalProperties': {
      const field = String(params['additionalProperty']);
      const reason = `${named(path)} has no field \`${field}\`.`;
      return { code: 'policy.unknown-field', path: [...path, field], reason, remedy: 'Remove it or correct its spelling.' };
    }
    case 'enum': {
      const allowed = (params['allowedValues'] as readonly string[]).join(', ');
      return {
        code: 'policy.unknown-value',
        path,
        reason: `${named(path)} is none of the known values.`,
        remedy: `Use one of ${allowed}.`,
      };
    }
    case 'anyOf': {
      const remedy = 'Write a whole number, true or false, a word, or a list of words.';
      return { code: 'policy.wrong-type', path, reason: `${named(path)} is no value that a setting can have.`, remedy };
    }
    case 'type': {
      const expected = String(params['type'])
        .replace('integer', 'whole number')
        .replace('array', 'list')
        .replace('object', 'group of fields');
      return { code: 'policy.wrong-type', path, reason: `${named(path)} is no ${expected}.`, remedy: `Write a ${expected}.` };
    }
    default: {
      const reason = `${named(path)} ${error.message ?? 'is not allowed'}.`;
      return { code: 'policy.wrong-form', path, reason, remedy: 'See docs/operating/policy.md for the form.' };
    }
  }
}

/** Checks the form alone and lists every deviation. The alternatives inside an `anyOf` are told as one problem. */
export function checkShape(value: unknown): readonly Fault[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).filter((error) => !error.schemaPath.includes('/anyOf/')).map(explain);
}

/** Whether a value has the form of a policy. */
export function isPolicyDocument(value: unknown): value is PolicyDocument {
  return validate(value);
}
