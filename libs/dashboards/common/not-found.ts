/** The same words for a record that does not exist and for one that the viewer may not see. */
export const notFound = {
  __typename: 'NotFound',
  message: 'There is nothing with this id among what you may see.',
} as const;
