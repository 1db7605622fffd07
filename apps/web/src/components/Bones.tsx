import { useText } from '../i18n/index.js';

/** Room kept for what is still coming, so that nothing jumps. */
export function Bones({ lines = 4 }: { lines?: number }) {
  const { common } = useText();
  return (
    <div className="stack" aria-busy="true">
      <span className="visually-hidden" role="status">
        {common.loading}
      </span>
      <span className="bone bone--block" />
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={line % 3 === 2 ? 'bone bone--short' : 'bone'} />
      ))}
    </div>
  );
}
