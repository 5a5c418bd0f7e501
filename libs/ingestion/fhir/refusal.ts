import { ProblemError, type Problem, type ProblemCode } from '@plumbline/kernel';

/** A resource that becomes no event, and why. `awaits` names what has to become known first. */
export class Refusal extends ProblemError {
  constructor(
    problem: Problem,
    readonly awaits?: string,
  ) {
    super(problem);
    this.name = 'Refusal';
  }
}

export const refusal = (code: ProblemCode, reason: string, remedy: string, place?: string): Refusal =>
  new Refusal({ code, reason, remedy, ...(place === undefined ? {} : { place }) });

export const notAnEvent = (what: string): Refusal =>
  refusal(
    'fhir.not-an-event',
    `${what} is no fact that patterns look at.`,
    'Nothing has to be done; a later version of the resource may become an event.',
    '/status',
  );
