import { useNavigate } from '@tanstack/react-router';
import { DateField, Form, SelectField, TextField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';

export interface AuditSearch {
  zaak?: string;
  medewerker?: string;
  actie?: string;
  vanaf?: string;
  tot?: string;
}

/** What is filled in goes to the address, so that a part of the log can be found again: ids, states and days only. */
export function AuditFilterForm({ search }: { search: AuditSearch }) {
  const { auditLog: say } = useText();
  const navigate = useNavigate();
  const form = useForm({
    initial: { zaak: search.zaak ?? '', actie: search.actie ?? '', vanaf: search.vanaf ?? '', tot: search.tot ?? '' },
    send: async (values) => values,
    done: (values) => {
      const filled = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim() || undefined]));
      void navigate({ to: '/privacy/logboek', search: { ...filled, medewerker: search.medewerker } });
    },
  });
  return (
    <Form form={form} submit={say.show}>
      <TextField short optional label={say.family} hint={say.familyHint} {...form.bind('zaak')} />
      <SelectField optional label={say.action} options={Object.entries(say.actions)} {...form.bind('actie')} />
      <div className="row">
        <DateField optional label={say.from} {...form.bind('vanaf')} />
        <DateField optional label={say.until} {...form.bind('tot')} />
      </div>
    </Form>
  );
}
