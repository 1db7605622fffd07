import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import { versionOf } from './picture.js';
import type { Scores, Series } from './queries.js';
import { ScorePicture } from './ScorePicture.js';

interface DomainPartProps {
  scores: Scores;
  series: readonly Series[];
  span: readonly [string, string];
}

/** One area of life: the picture, the first and the latest in one sentence, and why it is so now. */
export function DomainPart({ scores, series, span }: DomainPartProps) {
  const { scores: say, lifeDomains } = useText();
  const domain = series[0]?.domain ?? 'finances';
  const name = lifeDomains[domain] ?? domain;
  const version = versionOf(series);
  const scale = scores.scales.find((one) => one.version === version);
  const drawn = series.filter(({ points }) => points.at(-1)?.scaleVersion === version);
  const leftOut = series.some((one) => !drawn.includes(one) || one.points.some(({ place }) => place === null));
  return (
    <section className="sheet scores__domain" aria-labelledby={`gebied-${domain}`}>
      <h3 id={`gebied-${domain}`}>{name}</h3>
      {scale && <ScorePicture name={name} series={drawn} scale={scale} span={span} />}
      {series.map((one) => (
        <Sentence key={one.view} scores={scores} series={one} />
      ))}
      {leftOut && <p className="quiet small">{say.otherScale}</p>}
    </section>
  );
}

function Sentence({ scores, series: { view, points, change, domain } }: { scores: Scores; series: Series }) {
  const { scores: say, time } = useText();
  const [first, latest] = [points[0], points.at(-1)];
  if (!first || !latest) return null;
  const point = ({ label, measuredOn }: typeof latest) => say.point(label, sayExactDay(measuredOn, time));
  const reason = scores.rounds.find(({ id }) => id === latest.roundId)?.scores.find((score) => score.domain === domain)?.reason;
  return (
    <div>
      <p>{change === 'once' ? say.once(say.views[view], point(latest)) : `${say.between(say.views[view], point(first), point(latest))} ${say.changes[change]}`}</p>
      {reason && (
        <p className="quiet preserve">
          {say.why}: {reason}
        </p>
      )}
    </div>
  );
}
