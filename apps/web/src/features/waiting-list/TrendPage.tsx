import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import type { WaitingTrend } from '../../api/types.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { Empty } from '../../components/Empty.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import { TrendPicture } from './TrendPicture.js';

type Week = WaitingTrend['weeks'][number];

export function TrendPage() {
  const { waiting, waitingList, common } = useText();
  const query = useQuery({ queryKey: ['waiting-trend'], queryFn: () => dataOf(api.GET('/v1/waiting-list/trend')) });
  return (
    <Page title={waiting.trendTitle} lead={waiting.trendLead} back={<Link to="/wachtlijst">{`← ${common.back}: ${waitingList.title}`}</Link>}>
      <Loaded query={query} bones={8}>
        {(trend) => (trend.weeks.length === 0 ? <Empty title={waiting.noCount} /> : <Trend trend={trend} />)}
      </Loaded>
    </Page>
  );
}

function Trend({ trend: { sentence, weeks } }: { trend: WaitingTrend }) {
  const { waiting } = useText();
  return (
    <>
      <p className="next next__text">{sentence}</p>
      <TrendPicture weeks={weeks} />
      <section className="stack" aria-labelledby="cijfers">
        <h2 id="cijfers">{waiting.table}</h2>
        <WeekTable weeks={weeks} />
      </section>
    </>
  );
}

function WeekTable({ weeks }: { weeks: readonly Week[] }) {
  const { waiting, waitingList, time } = useText();
  const shown = (count: number | null): string => (count === null ? waiting.fewerThan5 : String(count));
  const columns: Column<Week>[] = [
    { label: waiting.week, cell: ({ weekOf }) => <span className="nowrap">{sayExactDay(weekOf, time)}</span> },
    { label: waiting.waitingCount, numeric: true, cell: (week) => shown(week.waiting) },
    { label: waiting.entered, numeric: true, cell: ({ entered }) => shown(entered) },
    { label: waiting.left, numeric: true, cell: ({ left }) => shown(left) },
    { label: waiting.averageDays, numeric: true, cell: ({ averageDays }) => (averageDays === null ? '–' : waitingList.days(averageDays)) },
  ];
  return <DataTable caption={waiting.table} columns={columns} rows={weeks.toReversed()} keyOf={({ weekOf }) => weekOf} />;
}
