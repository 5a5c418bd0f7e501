import { useCallback, useEffect, useRef, useState } from 'react';
import { useOnRecovery } from '../graphql/recovery';
import { useClient, type CombinedError, type TypedDocumentNode } from 'urql';

/** One page of a Relay connection as every list of the platform answers it. */
export interface ConnectionPage<Node> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Node[];
}

interface Held<Node> {
  /** The question that the rows answer; older rows stay in sight until the new ones are there. */
  readonly question: string;
  readonly nodes: readonly Node[];
  readonly total: number;
  readonly endCursor: string | null;
  readonly hasNext: boolean;
}

export interface Connection<Node> {
  /** Undefined until the first answer. */
  readonly nodes: readonly Node[] | undefined;
  readonly total: number;
  readonly hasNext: boolean;
  readonly fetching: boolean;
  readonly error: CombinedError | undefined;
  readonly loadMore: () => void;
  /** Asks again for as many rows as are in sight. */
  readonly refresh: () => void;
  /** Replaces rows by newer versions of themselves, without a request. */
  readonly patch: (change: (node: Node) => Node) => void;
}

/** The platform gives at most this many rows at once. */
const MOST = 1_000;

/**
 * A list that grows as it is scrolled. Variables other than the page's are the question; when it changes the list begins anew, and
 * answers to an older question are dropped.
 */
export function useConnection<Data, Question extends object, Node>(
  document: TypedDocumentNode<Data, Question & { first: number; after: string | null }>,
  variables: Question,
  select: (data: Data) => ConnectionPage<Node>,
  pageSize = 60,
): Connection<Node> {
  const client = useClient();
  const question = JSON.stringify(variables);
  const [held, setHeld] = useState<Held<Node>>();
  const [fetching, setFetching] = useState(true);
  const [error, setError] = useState<CombinedError>();
  const latest = useRef({ variables, select, question, busy: false });
  useEffect(() => {
    latest.current = { ...latest.current, variables, select, question };
  });

  const ask = useCallback(
    async (first: number, after: string | null, asked: string) => {
      latest.current.busy = true;
      setFetching(true);
      const answer = await client
        .query(document, { ...latest.current.variables, first, after }, { requestPolicy: 'network-only' })
        .toPromise();
      if (latest.current.question !== asked) return;
      latest.current.busy = false;
      setFetching(false);
      setError(answer.error);
      if (answer.data === undefined) return;
      const { nodes, pageInfo, totalCount } = latest.current.select(answer.data);
      setHeld((before) => ({
        question: asked,
        nodes: after !== null && before?.question === asked ? [...before.nodes, ...nodes] : nodes,
        total: totalCount,
        endCursor: pageInfo.endCursor,
        hasNext: pageInfo.hasNextPage,
      }));
    },
    [client, document],
  );

  useEffect(() => {
    void ask(pageSize, null, question);
  }, [ask, question, pageSize]);

  const loadMore = useCallback(() => {
    if (latest.current.busy || held?.hasNext !== true || held.question !== question) return;
    void ask(pageSize, held.endCursor, question);
  }, [ask, held, question, pageSize]);
  const refresh = useCallback(() => {
    void ask(Math.min(MOST, Math.max(pageSize, held?.nodes.length ?? 0)), null, question);
  }, [ask, held, question, pageSize]);
  useOnRecovery(refresh);
  const patch = useCallback((change: (node: Node) => Node) => {
    setHeld((before) => (before === undefined ? undefined : { ...before, nodes: before.nodes.map(change) }));
  }, []);
  return {
    nodes: held?.nodes,
    total: held?.total ?? 0,
    hasNext: held?.hasNext ?? false,
    fetching,
    error,
    loadMore,
    refresh,
    patch,
  };
}
