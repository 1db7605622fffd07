import { useMemo } from 'react';
import { api, dataOf } from '../../api/client.js';
import { DateField, Form, LongTextField, missing, RadioField, useForm, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import type { LifeEvent, LifeEventKind, LifeEvents, NewLifeEvent, Preview } from './queries.js';

const WHOLE_FAMILY = 'gezin';
/** Of these one asks about a person; the others can be about the family as a whole. */
const ABOUT_A_PERSON: readonly string[] = ['turning-18', 'death', 'disability', 'leaving-benefits'];

export interface EventDraft {
  kind: LifeEventKind | '';
  memberId: string;
  on: string;
  note: string;
}

interface StartFormProps {
  family: LifeEvents;
  proposal?: LifeEvent;
  /** What was filled in before somebody looked at the actions and came back. */
  before?: EventDraft;
  onPlanned: (planned: Planned) => void;
}

export interface Planned {
  draft: EventDraft;
  event: NewLifeEvent;
  preview: Preview;
}

export function StartForm({ family, proposal, before, onPlanned }: StartFormProps) {
  const { lifeEvents: say } = useText();
  const form = useStartForm(family.household.id, proposal, before, onPlanned);
  const { kind } = form.values;
  const kinds = (Object.entries(say.kinds) as [LifeEventKind, string][]).map(([value, name]): Option<LifeEventKind> => [value, name, say.kindHints[value]]);
  const people = family.members.filter(({ isMinor }) => kind !== 'turning-18' || isMinor).map(({ id, name }): Option => [id, name]);
  return (
    <Form form={form} submit={say.preview}>
      <RadioField<LifeEventKind> label={say.kind} options={kinds} {...form.bind('kind')} />
      {kind && <RadioField label={say.member} options={ABOUT_A_PERSON.includes(kind) ? people : [[WHOLE_FAMILY, say.wholeFamily], ...people]} {...form.bind('memberId')} />}
      {kind && kind !== 'turning-18' && <DateField label={say.on} hint={say.onHints[kind]} {...form.bind('on')} />}
      {kind && <LongTextField optional rows={2} label={say.note} hint={say.noteHint} {...form.bind('note')} />}
    </Form>
  );
}

function useStartForm(id: string, proposal: LifeEvent | undefined, before: EventDraft | undefined, onPlanned: StartFormProps['onPlanned']) {
  const { lifeEvents: say } = useText();
  const initial = useMemo<EventDraft>(() => before ?? { kind: proposal?.kind ?? '', memberId: proposal?.memberId ?? '', on: '', note: '' }, [before, proposal]);
  return useForm({
    initial,
    draft: { key: `gebeurtenis.${id}.${proposal?.id ?? ''}` },
    check: ({ kind, memberId, on }) =>
      missing(['kind', kind, say.required.kind], ['memberId', memberId, say.required.member], ...(kind === 'turning-18' ? [] : ([['on', on, say.required.on]] as const))),
    send: async (draft) => {
      const event = eventOf(draft);
      const { kind, memberId, on } = event;
      return { draft, event, preview: await dataOf(api.POST('/v1/households/{id}/life-event-preview', { params: { path: { id } }, body: { kind, memberId, on } })) };
    },
    done: onPlanned,
  });
}

const eventOf = ({ kind, memberId, on, note }: EventDraft): NewLifeEvent => ({
  kind: kind || 'move',
  ...(memberId !== WHOLE_FAMILY && { memberId }),
  ...(kind !== 'turning-18' && { on }),
  ...(note.trim() !== '' && { note }),
});
