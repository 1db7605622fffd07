import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { FoundFamily } from '../../api/types.js';
import { ApiProblem } from '../../api/problem.js';
import { TextInput } from '../../components/amsterdam.js';
import { Empty } from '../../components/Empty.js';
import { Page } from '../../components/Page.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';
import { FoundFamilies } from './FoundFamilies.js';
import { isAskable, searchQuery, useSettled } from './queries.js';
import { lookFor, useSearchWords } from './search-words.js';

export function SearchPage() {
  const { search: say } = useText();
  const words = useSearchWords();
  const list = useRef<HTMLUListElement>(null);
  return (
    <Page title={say.title} lead={say.lead}>
      <div className="search-field">
        <label htmlFor="zoek-gezin">{say.label}</label>
        <p className="field__hint" id="zoek-gezin-hint">
          {say.hint}
        </p>
        <TextInput
          id="zoek-gezin"
          type="text"
          inputMode="search"
          autoComplete="off"
          aria-describedby="zoek-gezin-hint"
          value={words}
          onChange={(event) => lookFor(event.target.value)}
          onKeyDown={(event) => {
            const first = list.current?.querySelector('a');
            if (!first || !['ArrowDown', 'Enter'].includes(event.key)) return;
            event.preventDefault();
            if (event.key === 'Enter') first.click();
            else first.focus();
          }}
        />
      </div>
      <Results words={words} list={list} />
    </Page>
  );
}

function Results({ words, list }: { words: string; list: { readonly current: HTMLUListElement | null } }) {
  const { search: say } = useText();
  const settled = useSettled(words);
  const query = useQuery(searchQuery(settled));
  const tooShort = !isAskable(words) || isInvalid(query.error);
  const found = tooShort || query.error ? undefined : query.data;
  return (
    <>
      <p className="quiet" role="status">
        {tooShort ? say.more : found && countOf(say, found.items, found.more)}
      </p>
      {!tooShort && query.error && <Problem error={query.error} retry={query.refetch} />}
      {found && found.items.length > 0 && <FoundFamilies items={found.items} list={list} />}
      {found && found.items.length === 0 && !query.isFetching && (
        <Empty title={say.none}>
          <p>{say.noneHint}</p>
        </Empty>
      )}
    </>
  );
}

const isInvalid = (error: unknown): boolean => error instanceof ApiProblem && error.status === 400;

const countOf = (say: { found: (count: number) => string; refine: string }, items: readonly FoundFamily[], more: boolean): string =>
  more ? `${say.found(items.length)} ${say.refine}` : say.found(items.length);
