import { useNavigate } from '@tanstack/react-router';
import { useAnnounce } from '../../components/Announcer.js';

/** Says what was done and goes back to the events of the family. */
export function useBackToEvents(id: string, said: string): () => void {
  const navigate = useNavigate();
  const announce = useAnnounce();
  return () => {
    announce(said);
    void navigate({ to: '/gezinnen/$id/gebeurtenissen', params: { id } });
  };
}
