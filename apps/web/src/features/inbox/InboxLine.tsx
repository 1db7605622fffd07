import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.js';
import type { InboxItem } from '../../api/types.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';

const mark = (id: string, read: boolean) =>
  read ? api.POST('/v1/inbox/{id}/read', { params: { path: { id } } }) : api.POST('/v1/inbox/{id}/unread', { params: { path: { id } } });

export function InboxLine({ item }: { item: InboxItem }) {
  const { inbox } = useText();
  const marking = useMutation({ mutationFn: (read: boolean) => mark(item.id, read) });
  const unread = item.readAt === null;
  const open = () => unread && marking.mutate(true);
  return (
    <li>
      <div className="line__main">
        <span className={unread ? 'line__title' : undefined}>
          <Link to={item.link as '/'} onClick={open}>
            {item.text}
          </Link>
        </span>
        {unread && <Word tone="open">{inbox.unread}</Word>}
      </div>
      <div className="line__main small quiet">
        <When date={item.createdAt} />
        <button type="button" className="linklike" disabled={marking.isPending} onClick={() => marking.mutate(unread)}>
          {unread ? inbox.markRead : inbox.markUnread}
        </button>
      </div>
    </li>
  );
}
