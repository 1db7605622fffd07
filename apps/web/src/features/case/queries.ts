import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { useAnnounce } from '../../components/Announcer.js';
import { useText } from '../../i18n/index.js';

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['household', id, 'case'],
    queryFn: () => dataOf(api.GET('/v1/households/{id}/case', { params: { path: { id } } })),
  });

/** After a step: say it, read anew, and go where the work goes on. */
export function useAfterStep(id: string): (to?: '/gezinnen/$id/verloop' | '/gezinnen') => void {
  const { caseWords: say } = useText();
  const announce = useAnnounce();
  const client = useQueryClient();
  const navigate = useNavigate();
  return (to = '/gezinnen/$id/verloop') => {
    announce(say.done);
    void client.invalidateQueries({ queryKey: ['household', id] });
    void navigate({ to, params: { id } });
  };
}
