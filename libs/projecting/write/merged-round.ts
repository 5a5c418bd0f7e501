import { joined } from '../fold/bounds';
import type { Round } from '../fold/pipeline';
import { RoundRows } from '../fold/rows';

/** Takes all rounds out of a list, as one; undefined where it is empty. */
export function takenTogether(rounds: Round[]): Round | undefined {
  const [first, ...later] = rounds.splice(0);
  return first === undefined ? undefined : mergedRound([first, ...later]);
}

/** Rounds that follow one another as one: what is written together costs one insert a table. */
export function mergedRound(rounds: readonly [Round, ...Round[]]): Round {
  const [first, ...later] = rounds;
  if (later.length === 0) return first;
  const rows = new RoundRows();
  for (const round of rounds) rows.appendRound(round.rows);
  return {
    bounds: joined(rounds.map(({ bounds }) => bounds)),
    rows,
    alertStates: rounds.flatMap(({ alertStates }) => alertStates),
    outcomes: rounds.flatMap(({ outcomes }) => outcomes),
    events: sumOf(rounds.map(({ events }) => events)),
    bytes: sumOf(rounds.map(({ bytes }) => bytes)),
    foldMilliseconds: sumOf(rounds.map(({ foldMilliseconds }) => foldMilliseconds)),
  };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
