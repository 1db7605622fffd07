import { useEffect, useState } from 'react';
import { now } from './now.js';

/** The time of this moment, again every so many seconds, for what counts down on a screen. */
export function useNow(everySeconds: number): Date {
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setMoment(now()), everySeconds * 1000);
    return () => clearInterval(timer);
  }, [everySeconds]);
  return moment;
}
