import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface ColumnHeadsProps {
  readonly names: readonly string[];
  /** Further heads, such as of a column of buttons. */
  readonly children?: ReactNode;
}

/** The head of a table, one name a column. */
export function ColumnHeads({ names, children }: ColumnHeadsProps) {
  return (
    <Table.Thead>
      <Table.Tr>
        {names.map((name) => (
          <Table.Th key={name} scope="col">
            {name}
          </Table.Th>
        ))}
        {children}
      </Table.Tr>
    </Table.Thead>
  );
}
