import { Button, Center } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useEffect } from 'react';

interface LoadMoreProps {
  readonly hasNext: boolean;
  readonly fetching: boolean;
  readonly loadMore: () => void;
}

/** Loads the next page of a list when its end comes into sight; the button is for those who do not scroll. */
export function LoadMore({ hasNext, fetching, loadMore }: LoadMoreProps) {
  const { ref, entry } = useIntersection({ rootMargin: '400px' });
  const near = entry?.isIntersecting === true;
  useEffect(() => {
    if (near && hasNext && !fetching) loadMore();
  }, [near, hasNext, fetching, loadMore]);
  return (
    <Center ref={ref} py={hasNext ? 'md' : 0}>
      {hasNext ? (
        <Button variant="default" loading={fetching} onClick={loadMore}>
          Show more
        </Button>
      ) : null}
    </Center>
  );
}
