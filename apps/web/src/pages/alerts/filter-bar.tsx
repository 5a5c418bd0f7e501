import { Button, Checkbox, Collapse, Group, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import type { AlertShapeQuery, AlertState, Tier } from '../../graphql/operations.generated';
import { FilterMenu } from '../../parts/filter-menu';
import { enumValue, stateWords, tierWords } from '../../parts/words';
import { usePatternTitle } from '../../session/session';
import { conditionsOf, type AlertSearch } from './alert-search';

type Facets = AlertShapeQuery['alertFacets'];

interface FilterBarProps {
  readonly search: AlertSearch;
  readonly facets: Facets | undefined;
  readonly onChange: (change: Partial<AlertSearch>) => void;
  readonly onClear: () => void;
}

const some = <Value,>(values: readonly Value[]): readonly Value[] | undefined => (values.length === 0 ? undefined : values);

/** The conditions of the inbox. All of them stand in the URL; on a phone they fold away behind one button. */
export function FilterBar({ search, facets, onChange, onClear }: FilterBarProps) {
  const small = useMediaQuery('(max-width: 48em)');
  const [open, { toggle }] = useDisclosure(false);
  const set = conditionsOf(search);
  const conditions = <Conditions search={search} facets={facets} onChange={onChange} />;
  const clear =
    set === 0 ? null : (
      <Button variant="subtle" onClick={onClear}>
        Clear filters
      </Button>
    );
  if (!small) {
    return (
      <Group gap="xs" mb="md" role="group" aria-label="Filters">
        {conditions}
        {clear}
      </Group>
    );
  }
  return (
    <div role="group" aria-label="Filters">
      <Group gap="xs" mb="sm">
        <Button
          variant={set === 0 ? 'default' : 'light'}
          leftSection={<IconFilter size={18} aria-hidden />}
          onClick={toggle}
          aria-expanded={open}
        >
          Filters{set === 0 ? '' : ` · ${set}`}
        </Button>
        {clear}
      </Group>
      <Collapse expanded={open}>
        <Group gap="xs" mb="sm">
          {conditions}
        </Group>
      </Collapse>
    </div>
  );
}

function Conditions({ search, facets, onChange }: Omit<FilterBarProps, 'onClear'>) {
  const titleOf = usePatternTitle();
  const type = useDebouncedCallback((text: string) => {
    onChange({ search: text === '' ? undefined : text });
  }, 250);
  const options = (facet: Facets['states'] | undefined, words: (value: string) => string) =>
    (facet ?? []).map(({ value, alerts }) => ({ value, label: words(value), count: alerts }));
  const named = <Value extends string>(facet: Facets['states'] | undefined, words: Readonly<Record<Value, string>>) =>
    (facet ?? []).flatMap(({ value, alerts }) => {
      const name = enumValue(words, value);
      return name === undefined ? [] : [{ value: name, label: words[name], count: alerts }];
    });
  return (
    <>
      <TextInput
        key={search.search ?? ''}
        defaultValue={search.search ?? ''}
        aria-label="Pseudonym or case number begins with"
        placeholder="Begins with K-, P-, C-"
        leftSection={<IconSearch size={16} aria-hidden />}
        w={200}
        onChange={(event) => {
          type(event.currentTarget.value.trim());
        }}
      />
      <FilterMenu
        label="Pattern"
        options={options(facets?.patterns, titleOf)}
        chosen={search.pattern ?? []}
        onChange={(chosen) => {
          onChange({ pattern: some(chosen) });
        }}
      />
      <FilterMenu
        label="Department"
        options={options(facets?.departments, (value) => value)}
        chosen={search.department ?? []}
        onChange={(chosen) => {
          onChange({ department: some(chosen) });
        }}
      />
      {search.view === 'support' ? null : (
        <FilterMenu
          label="Tier"
          options={named(facets?.tiers, tierWords)}
          chosen={search.tier ?? []}
          onChange={(chosen) => {
            onChange({ tier: some(chosen as readonly Tier[]) });
          }}
        />
      )}
      <FilterMenu
        label="State"
        options={named(facets?.states, stateWords)}
        chosen={search.state ?? []}
        onChange={(chosen) => {
          onChange({ state: some(chosen as readonly AlertState[]) });
        }}
      />
      <Checkbox
        label="Past response time"
        checked={search.overdue === true}
        onChange={(event) => {
          onChange({ overdue: event.currentTarget.checked ? true : undefined });
        }}
      />
    </>
  );
}
