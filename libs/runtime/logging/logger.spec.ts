import { createLogger, type Logger } from './logger';
import { NestLogger } from './nest-logger';

function capture(): { logger: Logger; lines: string[] } {
  const lines: string[] = [];
  return { lines, logger: createLogger({ name: 'test', level: 'trace', destination: { write: (line) => void lines.push(line) } }) };
}

const parsed = (line: string | undefined): Record<string, unknown> => JSON.parse(line ?? '{}') as Record<string, unknown>;

describe('The logger', () => {
  it('writes no pseudonym, wherever it stands', () => {
    const { logger, lines } = capture();
    logger.info({ place: 'K-0123456789AB', deep: { list: ['P-0123456789AB'] } }, 'looked at D-0123456789AB');
    expect(lines.join()).not.toContain('0123456789AB');
    expect(parsed(lines[0])).toMatchObject({ place: 'K-[redacted]', msg: 'looked at D-[redacted]' });
  });

  it('writes no secret, at three depths', () => {
    const { logger, lines } = capture();
    logger.info({ authorization: 'top', request: { cookie: 'second' }, one: { two: { passphrase: 'third', 'set-cookie': 'fourth' } } });
    expect(lines.join()).not.toMatch(/top|second|third|fourth/);
  });

  it('lets no value forge a line or paint a terminal', () => {
    const { logger, lines } = capture();
    logger.info({ name: 'a\r\n{"level":60,"msg":"forged"}\u001b[31m\u009b31m' });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n\u001b\u009b]/);
  });

  it('carries what Nest says, with its context and stack', () => {
    const { logger, lines } = capture();
    const nest = new NestLogger(logger);
    nest.log('started', 'NestApplication');
    nest.error('broke', 'Error: broke at …', 'Router');
    nest.error(new Error('K-0123456789AB is gone'));
    expect(parsed(lines[0])).toMatchObject({ level: 30, msg: 'started', context: 'NestApplication' });
    expect(parsed(lines[1])).toMatchObject({ level: 50, msg: 'broke', context: 'Router', stack: 'Error: broke at …' });
    expect(lines[2]).not.toContain('0123456789AB');
  });
});
