import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '../../api/client.js';
import type { Dossier } from '../../api/types.js';
import { Button } from '../../components/amsterdam.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, LongTextField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { useNow } from '../../time/useNow.js';

const MINUTE_MS = 60_000;

/** Says on top of the dossier that one is here in an emergency, for how long, and how to leave. It stays in sight while scrolling. */
export function BreakGlassBanner({ dossier, window }: { dossier: Dossier; window: NonNullable<Dossier['breakGlass']> }) {
  const { breakGlass: say, time } = useText();
  const [leaving, setLeaving] = useState(false);
  const left = useTimeLeft(dossier.id, window.endsAt);
  const until = new Intl.DateTimeFormat(time.locale, { timeStyle: 'short', timeZone: 'Europe/Amsterdam' }).format(new Date(window.endsAt));
  return (
    <section className="glass" aria-labelledby="noodtoegang">
      <div className="row row--between">
        <div>
          <h2 id="noodtoegang" className="glass__title">
            {say.banner}
          </h2>
          <p className="glass__left">
            <strong>{say.left(Math.ceil(left / MINUTE_MS))}</strong>, {say.until(until)}
          </p>
        </div>
        {!leaving && (
          <Button variant="secondary" onClick={() => setLeaving(true)}>
            {say.close}
          </Button>
        )}
      </div>
      <p className="small">{leaving ? say.closeHelp : say.bannerHelp}</p>
      {leaving && <CloseForm householdId={dossier.id} id={window.id} />}
    </section>
  );
}

/** When the time is over the dossier is asked again, and closes. */
function useTimeLeft(householdId: string, endsAt: string): number {
  const queries = useQueryClient();
  const left = Math.max(0, new Date(endsAt).getTime() - useNow(5).getTime());
  const over = left === 0;
  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: ['household', householdId] });
  }, [over, householdId, queries]);
  return left;
}

function CloseForm({ householdId, id }: { householdId: string; id: string }) {
  const { breakGlass: say } = useText();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const form = useForm({
    initial: { note: '' },
    send: ({ note }) => api.POST('/v1/break-glass/{id}/end', { params: { path: { id } }, body: { note: note || undefined } }),
    done: () => {
      announce(say.closed);
      void navigate({ to: '/gezinnen' }).then(() => queries.removeQueries({ queryKey: ['household', householdId] }));
    },
  });
  return (
    <Form form={form} submit={say.close}>
      <LongTextField optional rows={2} label={say.note} hint={say.noteHint} {...form.bind('note')} />
    </Form>
  );
}
