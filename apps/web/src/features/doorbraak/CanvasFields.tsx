import { DateField, LongTextField, MoneyField, type Bound } from '../../components/form/index.js';
import { readEuro, writeEuro } from '../../components/money.js';
import { useText } from '../../i18n/index.js';
import type { CanvasDraft } from './canvas-form.js';

interface CanvasFieldsProps {
  form: { at: <T>(name: string) => Bound<T>; values: CanvasDraft };
}

export function CanvasFields({ form }: CanvasFieldsProps) {
  const { canvas: say } = useText();
  const at = (name: string) => form.at<string>(name);
  return (
    <>
      <LongTextField label={say.perspective} hint={say.perspectiveHint} {...at('perspective')} />
      <LongTextField label={say.obstacles} {...at('obstacles')} />
      <LongTextField optional label={say.needed} {...at('needed')} />
      <LongTextField optional rows={3} label={say.ownContribution} {...at('ownContribution')} />
      <LongTextField optional rows={3} label={say.whoDoesWhat} {...at('whoDoesWhat')} />
      <LongTextField optional rows={2} label={say.whoPays} {...at('whoPays')} />
      <section className="form__section">
        <h2>{say.legal}</h2>
        <p className="quiet">{say.legalLead}</p>
        {(['effect', 'basicValues', 'longTerm', 'law'] as const).map((step) => (
          <LongTextField key={step} optional rows={2} label={say[step]} {...at(`legalRoom.${step}`)} />
        ))}
      </section>
      <section className="form__section">
        <h2>{say.values}</h2>
        {(['legitimacy', 'involvement', 'return'] as const).map((value) => (
          <LongTextField key={value} optional rows={2} label={say[value]} {...at(`values.${value}`)} />
        ))}
      </section>
      <section className="form__section">
        <h2>{say.costs}</h2>
        <MoneyField optional label={say.muddlingOn} hint={say.muddlingHint} {...at('costMuddlingOnCents')} />
        <MoneyField optional label={say.breakingThrough} hint={say.breakingHint} {...at('costBreakingThroughCents')} />
        <Difference draft={form.values} />
        <DateField optional label={say.reviewOn} {...at('reviewOn')} />
      </section>
    </>
  );
}

function Difference({ draft }: { draft: CanvasDraft }) {
  const { canvas: say } = useText();
  const now = readEuro(draft.costMuddlingOnCents);
  const plan = readEuro(draft.costBreakingThroughCents);
  if (now === undefined || plan === undefined || now === plan) return null;
  return (
    <p className="note note--calm" role="status">
      {plan < now ? say.saved(writeEuro(now - plan)) : say.extra(writeEuro(plan - now))}
    </p>
  );
}
