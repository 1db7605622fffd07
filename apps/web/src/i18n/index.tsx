import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { nl, type Messages } from './nl.js';

export type Language = 'nl' | 'en';
export type { Messages };

const STORED = 'naast.taal';
const storedLanguage = (): Language => (localStorage.getItem(STORED) === 'en' ? 'en' : 'nl');

interface Speech {
  language: Language;
  text: Messages;
  speak: (language: Language) => void;
}

const SpeechContext = createContext<Speech>({ language: 'nl', text: nl, speak: () => undefined });

/** Dutch comes with the page; English is fetched only by who asks for it. */
const messagesIn = async (language: Language): Promise<Messages> => (language === 'nl' ? nl : (await import('./en.js')).en);

export function SpeechProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<{ language: Language; text: Messages }>({ language: 'nl', text: nl });
  const speak = useCallback((language: Language) => {
    localStorage.setItem(STORED, language);
    void messagesIn(language).then((text) => setState({ language, text }));
  }, []);
  useEffect(() => {
    if (storedLanguage() !== 'nl') speak(storedLanguage());
  }, [speak]);
  useEffect(() => {
    document.documentElement.lang = state.language;
  }, [state.language]);
  const speech = useMemo(() => ({ ...state, speak }), [state, speak]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

export const useText = (): Messages => use(SpeechContext).text;
export const useSpeech = (): Speech => use(SpeechContext);
