import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { useMe } from '../../api/session.js';
import { Empty } from '../../components/Empty.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { FirstTask } from './FirstTask.js';
import { groupsOf, type Group } from './groups.js';
import { WaitingListLine } from './WaitingListLine.js';
import { TaskGroup } from './TaskGroup.js';

export function TodayPage() {
  const text = useText();
  const me = useMe();
  const query = useQuery({ queryKey: ['today'], queryFn: () => dataOf(api.GET('/v1/today')) });
  return (
    <Page title={text.today.title} lead={text.today.greeting(me.user.name.split(' ')[0] ?? me.user.name)}>
      <Loaded query={query}>
        {(today) => {
          const groups = groupsOf(today, text);
          if (groups.length === 0 && today.waitingList?.count) return <WaitingListLine alone waiting={today.waitingList} />;
          if (groups.length === 0)
            return (
              <Empty title={text.today.emptyTitle}>
                <p>{text.today.empty}</p>
                <Link to="/berichten">{text.today.allMessages}</Link>
              </Empty>
            );
          return (
            <div className="stack-l">
              <TaskGroups groups={groups} />
              {today.waitingList && <WaitingListLine waiting={today.waitingList} />}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** One thing to begin with; the rest waits below. */
function TaskGroups({ groups }: { groups: readonly Group[] }) {
  const begin = groups.find(({ later }) => !later);
  const first = begin?.tasks[0];
  const rest = groups
    .map((group) => ({ ...group, tasks: group.tasks.filter((task) => task !== first) }))
    .filter(({ tasks }) => tasks.length > 0);
  return (
    <div className="stack-l">
      {first && <FirstTask task={first} about={begin?.title ?? ''} />}
      {rest.map((group) => (
        <TaskGroup key={group.title} group={group} />
      ))}
    </div>
  );
}
