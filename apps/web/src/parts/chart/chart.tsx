import { Group, SegmentedControl, Skeleton, Table, Text } from '@mantine/core';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Section } from '../section';
import classes from './chart.module.css';

const Canvas = lazy(() => import('./canvas'));

export interface TableBehind {
  readonly head: readonly string[];
  /** The first cell of a row is its name. */
  readonly rows: readonly (readonly (string | number)[])[];
}

interface ChartSectionProps {
  readonly title: string;
  readonly option: EChartsCoreOption;
  readonly height?: number;
  /** What the chart shows, in a sentence. */
  readonly label: string;
  readonly table: TableBehind;
  readonly legend?: readonly { readonly name: string; readonly colour: string }[];
  /** Further controls beside the title. */
  readonly aside?: ReactNode;
  readonly folded?: boolean;
  readonly children?: ReactNode;
}

/** A chart under its heading, with the table behind it: the same figures for those who cannot or will not read a picture. */
export function ChartSection({ title, option, height = 240, label, table, legend, aside, folded = false, children }: ChartSectionProps) {
  const [form, setForm] = useState('chart');
  const forms = (
    <Group gap="xs">
      {aside}
      <SegmentedControl
        size="xs"
        aria-label={`${title}: as chart or table`}
        value={form}
        onChange={setForm}
        data={[
          { value: 'chart', label: 'Chart' },
          { value: 'table', label: 'Table' },
        ]}
      />
    </Group>
  );
  return (
    <Section title={title} aside={forms} folded={folded}>
      {form === 'chart' ? (
        <>
          <Legend entries={legend ?? []} />
          <Suspense fallback={<Skeleton height={height} />}>
            <Canvas option={option} height={height} label={label} />
          </Suspense>
        </>
      ) : (
        <FigureTable table={table} height={height} label={label} />
      )}
      {children}
    </Section>
  );
}

function Legend({ entries }: { readonly entries: readonly { readonly name: string; readonly colour: string }[] }) {
  if (entries.length === 0) return null;
  return (
    <Group gap="xs" mb={4} style={{ columnGap: 16 }} aria-hidden>
      {entries.map(({ name, colour }) => (
        <Group key={name} gap={6} wrap="nowrap">
          <span className={classes.swatch} style={{ background: colour }} />
          <Text size="sm" c="dimmed">
            {name}
          </Text>
        </Group>
      ))}
    </Group>
  );
}

function FigureTable({ table, height, label }: { readonly table: TableBehind; readonly height: number; readonly label: string }) {
  return (
    <div className={classes.scroll} style={{ maxHeight: Math.max(height, 240) }} tabIndex={0} role="region" aria-label={label}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {table.head.map((head, column) => (
              <Table.Th key={head} scope="col" ta={column === 0 ? 'left' : 'right'}>
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.rows.map(([name, ...cells]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={500} style={{ whiteSpace: 'nowrap' }}>
                {name}
              </Table.Th>
              {cells.map((cell, column) => (
                <Table.Td key={table.head[column + 1]} ta="right" style={{ whiteSpace: 'nowrap' }}>
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
