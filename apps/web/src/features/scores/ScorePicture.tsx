import { useId } from 'react';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import { dotsOf, heightOf, PICTURE, rowOf, type Dot } from './picture.js';
import type { Scale, Series } from './queries.js';

interface ScorePictureProps {
  name: string;
  series: readonly Series[];
  scale: Scale;
  span: readonly [string, string];
}

/** One area of life over time. The steps stand as words, the two views differ in shape and line, not only in colour. */
export function ScorePicture({ name, series, scale, span }: ScorePictureProps) {
  const { scores: say, time } = useText();
  const id = useId();
  const count = scale.steps.length;
  const said = (day: string) => sayExactDay(day, time);
  const lines = series.map((one) => ({ view: one.view, dots: dotsOf(one, count, span) }));
  const spoken = lines.map(({ view, dots }) => `${say.views[view]}: ${dots.map(({ label, day }) => say.point(label, said(day))).join(', ')}.`).join(' ');
  return (
    <svg className="scores__picture" viewBox={`0 0 ${PICTURE.width} ${heightOf(count)}`} role="img" aria-labelledby={`${id}-naam ${id}-uitleg`}>
      <title id={`${id}-naam`}>{name}</title>
      <desc id={`${id}-uitleg`}>{spoken}</desc>
      {scale.steps.map(({ step, label }) => (
        <g key={step}>
          <text x={PICTURE.left - 10} y={rowOf(step, count)} className="scores__step" textAnchor="end" dominantBaseline="central">
            {label}
          </text>
          <line x1={PICTURE.left} x2={PICTURE.width - PICTURE.right} y1={rowOf(step, count)} y2={rowOf(step, count)} className="scores__row" />
        </g>
      ))}
      {lines.map(({ view, dots }) => (
        <g key={view} className={`scores__line scores__line--${view}`}>
          <polyline points={dots.map(({ x, y }) => `${x},${y}`).join(' ')} />
          {dots.map((dot) => (view === 'family' ? <circle key={dot.x} cx={dot.x} cy={dot.y} r={5} /> : <Square key={dot.x} dot={dot} />))}
        </g>
      ))}
      <Days span={span} y={heightOf(count) - 6} />
    </svg>
  );
}

/** A little larger than a circle, so that both are seen where they meet. */
const Square = ({ dot: { x, y } }: { dot: Dot }) => <rect x={x - 7} y={y - 7} width={14} height={14} />;

function Days({ span: [first, last], y }: { span: readonly [string, string]; y: number }) {
  const { time } = useText();
  const said = (day: string) => new Intl.DateTimeFormat(time.locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  if (said(first) === said(last))
    return (
      <text x={(PICTURE.left + PICTURE.width - PICTURE.right) / 2} y={y} textAnchor="middle" className="scores__day">
        {said(first)}
      </text>
    );
  return (
    <>
      <text x={PICTURE.left} y={y} className="scores__day">
        {said(first)}
      </text>
      <text x={PICTURE.width - PICTURE.right} y={y} textAnchor="end" className="scores__day">
        {said(last)}
      </text>
    </>
  );
}
