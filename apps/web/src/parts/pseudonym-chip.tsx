import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import classes from './pseudonym-chip.module.css';

interface PseudonymProps {
  readonly id: string;
  readonly kind: 'clinician' | 'patient' | 'donor';
  /** Leaves out the word, where a column's head says it. */
  readonly bare?: boolean;
}

/** Long pseudonyms are shortened for the eye; the whole is in the title and in what is copied. */
function shorten(id: string): string {
  return id.length <= 16 ? id : `${id.slice(0, 14)}…`;
}

/** A person without a name. A clinician's chip leads to the profile. */
export function PseudonymChip({ id, kind, bare = false }: PseudonymProps) {
  const text = (
    <Text component="span" className={classes.chip} data-kind={kind} title={id}>
      <span className={bare ? 'visually-hidden' : classes.kind}>{kind} </span>
      {shorten(id)}
    </Text>
  );
  if (kind !== 'clinician') return text;
  return (
    <Link to="/clinicians/$clinicianId" params={{ clinicianId: id }} className={classes.link} aria-label={`clinician ${id}`}>
      {text}
    </Link>
  );
}
