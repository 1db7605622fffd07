import { useText } from '../i18n/index.js';
import { today } from './now.js';
import { sayExactly, sayMoment } from './when.js';

/** A date as people say it; the exact one on hover, and for who reads the code of the page. */
export function When({ date, late = false }: { date: string; late?: boolean }) {
  const { time } = useText();
  return (
    <time dateTime={date} title={sayExactly(date, time)} className={late ? 'late' : undefined}>
      {sayMoment(date, today(), time)}
    </time>
  );
}
