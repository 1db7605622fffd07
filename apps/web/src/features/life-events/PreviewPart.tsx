import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { Button } from '../../components/amsterdam.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { sayExactDay } from '../../time/when.js';
import type { NewLifeEvent, Preview } from './queries.js';

interface PreviewPartProps {
  familyId: string;
  event: NewLifeEvent;
  preview: Preview;
  change: () => void;
}

/** What starting would put in the plan; nothing is kept before somebody says so. */
export function PreviewPart({ familyId, event, preview, change }: PreviewPartProps) {
  const { lifeEvents: say, time } = useText();
  const starting = useStart(familyId, event);
  return (
    <div className="stack">
      <p>
        <strong>{say.kinds[event.kind]}</strong>. {say.previewOn} {sayExactDay(preview.on, time)}.
      </p>
      {starting.error && <Problem error={starting.error} />}
      <ul className="lines">
        {preview.items.map(({ code, text, dueOn, late, owner }) => (
          <li key={code}>
            <span>{text}</span>
            <span className="small quiet">
              {owner} · {late ? say.previewSoon : <When date={dueOn} />}
            </span>
          </li>
        ))}
      </ul>
      <div className="actions">
        <Button type="button" disabled={starting.isPending} onClick={() => starting.mutate()}>
          {say.confirm}
        </Button>
        <Button type="button" variant="secondary" onClick={change}>
          {say.change}
        </Button>
      </div>
    </div>
  );
}

function useStart(id: string, body: NewLifeEvent) {
  const { lifeEvents: say } = useText();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  return useMutation({
    mutationFn: () => dataOf(api.POST('/v1/households/{id}/life-events', { params: { path: { id }, header: once([id, body]) }, body })),
    onSuccess: () => {
      announce(say.started);
      void navigate({ to: '/gezinnen/$id/gebeurtenissen', params: { id } });
    },
  });
}
