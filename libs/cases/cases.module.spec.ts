import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandBus, QueryBus, type Command } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { openEmbeddedLog, type EventLog } from '@plumbline/event-log';
import { FixedClock } from '@plumbline/kernel';
import fc from 'fast-check';
import { CasesModule } from './cases.module';
import { AcknowledgeAlert } from './commands/acknowledge/acknowledge.handler';
import { AssignCase } from './commands/assign/assign.handler';
import { CommentOnCase } from './commands/comment/comment.handler';
import { ConfirmDismissal } from './commands/confirm/confirm.handler';
import type { Actor } from './commands/ports';
import { RecordResponse } from './commands/record-response/record-response.handler';
import { ReopenCase } from './commands/reopen/reopen.handler';
import { ResolveCase } from './commands/resolve/resolve.handler';
import type { CommandResult } from './commands/result';
import { SnoozeCase } from './commands/snooze/snooze.handler';
import { alertIdOf } from './fold/alert-record';
import { createAlertFold } from './fold/alert-fold';
import { FindCase } from './queries/find-case.handler';
import { aRevision, NOON } from './spec-kit';
import { SpecProjector } from './spec-projector';

const caseId = alertIdOf('finding-1');
const manager: Actor = { id: 'u-1', role: 'risk-manager', departments: ['Psychiatry'] };
const director: Actor = { id: 'u-2', role: 'medical-director', departments: 'all' };
const auditor: Actor = { id: 'u-3', role: 'auditor', departments: 'all' };
const place = { specialty: 'psychiatry', department: 'Psychiatry', site: 'Lakeside' };

interface Desk {
  readonly module: TestingModule;
  readonly log: EventLog;
  readonly give: (command: Command<CommandResult>) => Promise<CommandResult>;
}

let closers: (() => Promise<void>)[] = [];
const close = async (): Promise<void> => {
  for (const closer of closers) await closer();
  closers = [];
};
afterEach(close);
const written = async (log: EventLog): Promise<number> => (await log.ends())[0]!;

/** A desk with one alert of a tier; `slow` keeps the fold from ever coming to a command. */
async function given(tier: 'awareness' | 'disciplinary' = 'awareness', slow = false): Promise<Desk> {
  const directory = mkdtempSync(join(tmpdir(), 'plumbline-cases-'));
  const log = await openEmbeddedLog({ directory, partitions: 1 });
  closers.push(async () => {
    await log.close();
    rmSync(directory, { recursive: true, force: true });
  });
  const fold = createAlertFold();
  fold.applyFinding(aRevision('raised', 1, { tier }), { respondWithinMinutes: 60 }, { partition: 0, position: 0 }, place);
  const reader = new SpecProjector(log, fold);
  await reader.catchUp();
  const never = (signal: AbortSignal): Promise<void> =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        reject(new Error('aborted'));
      });
    });
  const module = await Test.createTestingModule({
    imports: [
      CasesModule.register({
        log,
        reader,
        clock: new FixedClock(NOON),
        waitForPosition: (_position, signal) => (slow ? never(signal) : reader.catchUp()),
        patience: slow ? 30 : 5_000,
      }),
    ],
  }).compile();
  await module.init();
  return { module, log, give: (command) => module.get(CommandBus).execute(command) };
}

describe('A person at the case desk', () => {
  it('acknowledges, assigns, comments, records the response, resolves and reopens, each on the version before', async () => {
    const { give, module } = await given();
    const commands = [
      new AcknowledgeAlert({ caseId, basedOn: 1, actor: manager }),
      new AssignCase({ caseId, basedOn: 2, actor: manager, assignee: 'u-2' }),
      new CommentOnCase({ caseId, basedOn: 3, actor: manager, comment: 'Spoke with the department.' }),
      new RecordResponse({ caseId, basedOn: 4, actor: manager, response: 'I was covering for a colleague.' }),
      new ResolveCase({ caseId, basedOn: 5, actor: director, outcome: 'explained', rationale: 'Cover was agreed.' }),
      new ReopenCase({ caseId, basedOn: 6, actor: director, rationale: 'New information.' }),
      new SnoozeCase({ caseId, basedOn: 7, actor: director, until: '2026-04-01T00:00:00.000Z' }),
    ];
    const results: CommandResult[] = [];
    for (const command of commands) results.push(await give(command));
    expect(results.map((result) => (result.status === 'accepted' ? result.alert.state : result.status))).toEqual([
      'acknowledged',
      'in-work',
      'in-work',
      'in-work',
      'resolved',
      'in-work',
      'snoozed',
    ]);
    const found = await module.get(QueryBus).execute(new FindCase(caseId, manager));
    expect(found?.alert.caseVersion).toBe(8);
    expect(found?.history.map(({ kind }) => kind)).toEqual([
      'raised',
      'acknowledge',
      'assign',
      'comment',
      'record-response',
      'resolve',
      'reopen',
      'snooze',
    ]);
    expect(found?.history.find(({ kind }) => kind === 'resolve')?.detail).toBe('{"outcome":"explained","rationale":"Cover was agreed."}');
  });

  it('needs a second person to dismiss a high tier', async () => {
    const { give } = await given('disciplinary');
    const proposed = await give(new ResolveCase({ caseId, basedOn: 1, actor: manager, outcome: 'no-concern', rationale: 'Agreed cover.' }));
    expect(proposed).toMatchObject({
      status: 'accepted',
      alert: { state: 'acknowledged', pendingOutcome: 'no-concern', pendingBy: 'u-1' },
    });
    expect(await give(new ConfirmDismissal({ caseId, basedOn: 2, actor: manager }))).toMatchObject({
      status: 'conflict',
      conflict: 'case.second-person-required',
    });
    expect(await give(new ConfirmDismissal({ caseId, basedOn: 2, actor: director }))).toMatchObject({
      status: 'accepted',
      alert: { state: 'resolved', outcome: 'no-concern' },
    });
  });

  it('sees the case as it is now when somebody came first', async () => {
    const { give } = await given();
    await give(new AcknowledgeAlert({ caseId, basedOn: 1, actor: director }));
    expect(await give(new AssignCase({ caseId, basedOn: 1, actor: manager, assignee: 'u-1' }))).toMatchObject({
      status: 'conflict',
      conflict: 'case.version-conflict',
      alert: { state: 'acknowledged', caseVersion: 2 },
    });
  });

  it('gets the first answer again under the same command id', async () => {
    const { give } = await given();
    const command = new AcknowledgeAlert({ caseId, basedOn: 1, actor: manager, commandId: 'once' });
    const first = await give(command);
    expect(first).toMatchObject({ status: 'accepted', version: 2 });
    expect(await give(command)).toEqual(first);
  });

  it('is told that the command stands in the log when the fold does not come to it in time', async () => {
    const { give, log } = await given('awareness', true);
    const result = await give(new AcknowledgeAlert({ caseId, basedOn: 1, actor: manager, commandId: 'late' }));
    expect(result).toEqual({ status: 'pending', commandId: 'late' });
    expect(await written(log)).toBe(1);
  });
});

describe('The case desk refuses, and appends nothing', () => {
  it.each([
    ['an auditor', { actor: auditor }, 'case.not-permitted'],
    ['a person of another department', { actor: { ...manager, departments: ['Oncology'] } }, 'case.not-found'],
    ['a case that does not exist', { actor: manager, caseId: 'C-000000000000' }, 'case.not-found'],
    ['a version that is no number', { actor: manager, basedOn: -1 }, 'case.command-invalid'],
  ])('%s', async (_who, request, code) => {
    const { give, log } = await given();
    const result = await give(new AcknowledgeAlert({ caseId, basedOn: 1, ...request }));
    expect(result).toMatchObject({ status: 'refused', problems: [{ code }] });
    expect(await written(log)).toBe(0);
  });

  it.each(['', 'x'.repeat(2_001)])('a comment that is empty or too long', async (comment) => {
    const { give, log } = await given();
    const result = await give(new CommentOnCase({ caseId, basedOn: 1, actor: manager, comment }));
    expect(result).toMatchObject({ status: 'refused', problems: [{ code: 'case.command-invalid', place: '/comment' }] });
    expect(await written(log)).toBe(0);
  });

  it('a snooze until something that is no time', async () => {
    const { give } = await given();
    expect(await give(new SnoozeCase({ caseId, basedOn: 1, actor: manager, until: 'tomorrow' }))).toMatchObject({ status: 'refused' });
  });
});

describe('Several people at once', () => {
  it('have exactly one of them win, however their commands interleave', async () => {
    const asked = fc.record({
      kind: fc.constantFrom('acknowledge', 'assign', 'resolve', 'snooze'),
      who: fc.constantFrom(manager, director),
    });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(asked, { minLength: 2, maxLength: 6 }), async (scheduler, people) => {
        const { give, log, module } = await given();
        const append = log.append.bind(log);
        log.append = scheduler.scheduleFunction(append);
        const commands = people.map(({ kind, who }) => {
          const request = { caseId, basedOn: 1, actor: who };
          if (kind === 'assign') return new AssignCase({ ...request, assignee: who.id });
          if (kind === 'resolve') return new ResolveCase({ ...request, outcome: 'explained', rationale: 'Cover.' });
          return kind === 'snooze' ? new SnoozeCase(request) : new AcknowledgeAlert(request);
        });
        const answers = Promise.all(commands.map(give));
        await scheduler.waitFor(answers);
        const statuses = (await answers).map(({ status }) => status);
        expect(statuses.filter((status) => status === 'accepted')).toHaveLength(1);
        expect(statuses.filter((status) => status === 'conflict')).toHaveLength(people.length - 1);
        await module.close();
        await close();
      }),
      { numRuns: 30 },
    );
  });
});
