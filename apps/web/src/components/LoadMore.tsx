import { Button } from './amsterdam.js';
import { useText } from '../i18n/index.js';

interface Pages {
  data: { items: readonly unknown[]; total?: number | null } | undefined;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

export function LoadMore({ pages }: { pages: Pages }) {
  const { common } = useText();
  const shown = pages.data?.items.length ?? 0;
  return (
    <div className="row">
      {pages.hasNextPage && (
        <Button variant="secondary" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {pages.isFetchingNextPage ? common.loading : common.loadMore}
        </Button>
      )}
      {shown > 0 && (
        <span className="quiet small" role="status">
          {common.shown(shown, pages.data?.total ?? undefined)}
        </span>
      )}
    </div>
  );
}
