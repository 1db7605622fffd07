interface Query<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** Two questions to the API that a screen needs both. */
export function together<A, B>(first: Query<A>, second: Query<B>): Query<[A, B]> {
  const complete = first.data !== undefined && second.data !== undefined;
  return {
    data: complete ? [first.data as A, second.data as B] : undefined,
    error: first.error ?? second.error,
    refetch: () => [first.refetch(), second.refetch()],
  };
}
