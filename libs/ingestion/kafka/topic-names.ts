/** The topic that a source sends to. It carries this source's events and no others. */
export const sourceTopic = (source: string, prefix = 'plumbline'): string => `${prefix}.source.${source}`;

/** Where messages go that could not be taken over. */
export const deadLetterTopic = (prefix = 'plumbline'): string => `${prefix}.dead-letter`;
