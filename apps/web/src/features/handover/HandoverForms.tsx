import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, ifMatch } from '../../api/client.js';
import { useAnnounce } from '../../components/Announcer.js';
import { CheckboxesField, DateField, Form, LongTextField, missing, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';
import type { Handover, HandoverPage } from './queries.js';

interface To {
  household: string;
  handover: Handover;
}

const target = ({ household, handover }: To) => ({ params: { path: { id: household, handoverId: handover.id }, header: ifMatch(handover.version) } });

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="fold">
      <summary>
        <h3>{title}</h3>
      </summary>
      <div className="fold__body">{children}</div>
    </details>
  );
}

interface ReasonFormProps extends To {
  what: 'decline' | 'cancellation' | 'urgent-switch';
  title: string;
  text?: string;
  label: string;
  done: string;
  /** The page closes for who does this. */
  leave?: boolean;
}

export function ReasonForm({ what, title, text, label, done, leave, ...to }: ReasonFormProps) {
  const { handover: say } = useText();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => missing(['reason', reason, say.required.reason]),
    send: (body) => api.POST(`/v1/households/{id}/handovers/{handoverId}/${what}`, { ...target(to), body }),
    after: () => ({ reason: '' }),
    done: () => {
      announce(done);
      if (leave) void navigate({ to: '/' });
    },
  });
  return (
    <Folded title={title}>
      <Form form={form} submit={title}>
        {text && <p>{text}</p>}
        <LongTextField rows={2} label={label} {...form.bind('reason')} />
      </Form>
    </Folded>
  );
}

export function MoveTalkForm(to: To) {
  const { handover: say } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: { talkOn: to.handover.talkOn as string },
    check: ({ talkOn }) => missing(['talkOn', talkOn, say.required.talkOn]),
    send: (body) => api.POST('/v1/households/{id}/handovers/{handoverId}/talk-day', { ...target(to), body }),
    done: () => announce(say.moved),
  });
  return (
    <Folded title={say.moveTalk}>
      <Form form={form} submit={say.moveTalk}>
        <DateField label={say.newDay} {...form.bind('talkOn')} />
      </Form>
    </Folded>
  );
}

export function RecordTalkForm({ members, ...to }: To & { members: HandoverPage['members'] }) {
  const { handover: say } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: { heldOn: today() as string, memberIds: [] as string[] },
    check: ({ heldOn, memberIds }) => missing(['heldOn', heldOn, say.required.heldOn], ['memberIds', memberIds.join(), say.required.memberIds]),
    send: (body) => api.POST('/v1/households/{id}/handovers/{handoverId}/talk', { ...target(to), body }),
    done: () => announce(say.recorded),
  });
  return (
    <Form form={form} submit={say.recordTalk}>
      <DateField label={say.heldOn} {...form.bind('heldOn')} />
      <CheckboxesField label={say.whoWasThere} options={members.map(({ id, name }) => [id, name])} {...form.bind('memberIds')} />
    </Form>
  );
}
