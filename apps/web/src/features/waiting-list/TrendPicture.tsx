import { useId } from 'react';
import './trend.css';
import type { WaitingTrend } from '../../api/types.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';

const WIDTH = 640;
const HEIGHT = 240;
const EDGE = { left: 40, right: 16, top: 16, bottom: 32 };

/** One line over the weeks; the same numbers stand in the table below it. A week with too few families leaves a gap. */
export function TrendPicture({ weeks }: { weeks: WaitingTrend['weeks'] }) {
  const { waiting, time } = useText();
  const id = useId();
  const known = weeks.flatMap(({ waiting: count }, at) => (count === null ? [] : [{ count, at }]));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || known.length < 2) return null;
  const most = Math.max(...known.map(({ count }) => count), 1);
  const x = (at: number): number => EDGE.left + (at / Math.max(weeks.length - 1, 1)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (count: number): number => HEIGHT - EDGE.bottom - (count / most) * (HEIGHT - EDGE.top - EDGE.bottom);
  return (
    <figure className="trend">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-naam ${id}-uitleg`}>
        <title id={`${id}-naam`}>{waiting.picture}</title>
        <desc id={`${id}-uitleg`}>{waiting.pictureText(first.count, last.count, most)}</desc>
        {[0, most].map((count) => (
          <g key={count}>
            <line className="trend__grid" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(count)} y2={y(count)} />
            <text className="trend__text" x={EDGE.left - 8} y={y(count) + 4} textAnchor="end">
              {count}
            </text>
          </g>
        ))}
        <polyline className="trend__line" points={known.map(({ count, at }) => `${x(at)},${y(count)}`).join(' ')} />
        <circle className="trend__dot" cx={x(last.at)} cy={y(last.count)} r="5" />
        <text className="trend__text" x={EDGE.left} y={HEIGHT - 8}>
          {sayExactDay(weeks[0]?.weekOf ?? '', time)}
        </text>
        <text className="trend__text" x={WIDTH - EDGE.right} y={HEIGHT - 8} textAnchor="end">
          {sayExactDay(weeks.at(-1)?.weekOf ?? '', time)}
        </text>
      </svg>
      <figcaption className="small quiet">{waiting.picture}</figcaption>
    </figure>
  );
}
