import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react';

const AnnounceContext = createContext<(message: string) => void>(() => undefined);
const SHOWN_MS = 7000;

/** "Bewaard": seen for a moment, and read aloud by who does not see it. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState('');
  const announce = useCallback((text: string) => setMessage(text), []);
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(() => setMessage(''), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="live" role="status" aria-live="polite">
        {message && <p className="live__message">{message}</p>}
      </div>
    </AnnounceContext>
  );
}

export const useAnnounce = () => use(AnnounceContext);
