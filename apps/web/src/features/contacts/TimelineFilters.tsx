import { Link, useNavigate } from '@tanstack/react-router';
import { Choice } from '../../components/Choice.js';
import { FilterLinks } from '../../components/FilterLinks.js';
import { DateField } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import type { TimelineSearch } from './queries.js';
import type { Person, TimelineGroup } from './types.js';

interface TimelineFiltersProps {
  id: string;
  search: TimelineSearch;
  people: readonly Person[];
}

/** Ids, days and kinds only: they stand in the address. */
export function TimelineFilters({ id, search, people }: TimelineFiltersProps) {
  const { timeline: say } = useText();
  const navigate = useNavigate();
  const choose = (more: TimelineSearch) => void navigate({ to: '/gezinnen/$id/tijdlijn', params: { id }, search: { ...search, ...more }, replace: true });
  const groups = [undefined, ...(Object.keys(say.groups) as TimelineGroup[])];
  return (
    <div className="stack no-print">
      <FilterLinks label={say.filter}>
        {groups.map((soort) => (
          <Link key={soort ?? 'all'} to="/gezinnen/$id/tijdlijn" params={{ id }} search={{ ...search, soort }} className="chip" aria-current={search.soort === soort ? 'true' : undefined}>
            {soort ? say.groups[soort] : say.everything}
          </Link>
        ))}
      </FilterLinks>
      <div className="filters">
        <Choice label={say.withWhom} value={search.met ?? ''} options={[['', say.everybody], ...people.map(({ id: person, name }) => [person, name] as const)]} onChange={(met) => choose({ met: met || undefined })} />
        <DateField optional name="van" label={say.from} value={search.van ?? ''} error={undefined} onChange={(van) => choose({ van: van || undefined })} />
        <DateField optional name="tot" label={say.until} value={search.tot ?? ''} error={undefined} onChange={(tot) => choose({ tot: tot || undefined })} />
        {Object.values(search).some(Boolean) && (
          <Link to="/gezinnen/$id/tijdlijn" params={{ id }} search={{}}>
            {say.clear}
          </Link>
        )}
      </div>
    </div>
  );
}
