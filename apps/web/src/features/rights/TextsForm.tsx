import { api, ifMatch } from '../../api/client.js';
import type { RightsExport, RightsRequest } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { CheckField, Form, LongTextField, RadioField, useForm, type Errors, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';

type Text = RightsExport['texts'][number];

interface Choice {
  id: string;
  included: 'yes' | 'no' | '';
  blacken: string;
}

const startingWith = ({ id, suggested }: Text): Choice => ({ id, included: '', blacken: suggested.join('\n') });
const wordsOf = (lines: string): string[] => lines.split('\n').map((line) => line.trim()).filter(Boolean);

/** AVG 15(4): what people wrote themselves may be about somebody else. The officer reads every text before it goes along. */
export function TextsForm({ request, status }: { request: RightsRequest; status: RightsExport }) {
  const { rights: say } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: { texts: status.texts.map(startingWith), checkedForOthers: false },
    check: ({ texts, checkedForOthers }): Errors => ({
      ...Object.fromEntries(texts.flatMap(({ included }, index) => (included ? [] : [[`texts.${index}.included`, say.choiceRequired]]))),
      ...(!checkedForOthers && { checkedForOthers: say.checkedRequired }),
    }),
    send: ({ texts, checkedForOthers }) =>
      api.POST('/v1/rights-requests/{id}/export/texts', {
        params: { path: { id: request.id }, header: ifMatch(status.version) },
        body: { checkedForOthers, texts: texts.map(({ id, included, blacken }) => ({ id, included: included === 'yes', blacken: included === 'yes' ? wordsOf(blacken) : [] })) },
      }),
    done: () => announce(say.checkDone),
  });
  const choices = Object.entries(say.textChoices) as Option<'yes' | 'no'>[];
  return (
    <Form form={form} submit={say.checkSubmit}>
      <p>{say.textsHelp}</p>
      {status.texts.map((text, index) => (
        <fieldset key={text.id} className="stack" aria-labelledby={`tekst-${index}`}>
          <h3 id={`tekst-${index}`}>{`${say.textNumber(index + 1, status.texts.length)}: ${text.label}`}</h3>
          <Written text={text} />
          <RadioField label={say.textChoice} options={choices} {...form.at<Choice['included']>(`texts.${index}.included`)} />
          {form.values.texts[index]?.included === 'yes' && (
            <LongTextField optional rows={3} label={say.blacken} hint={say.blackenHint} {...form.at<string>(`texts.${index}.blacken`)} />
          )}
        </fieldset>
      ))}
      <CheckField label={say.checked} {...form.bind('checkedForOthers')} />
    </Form>
  );
}

function Written({ text }: { text: Text }) {
  const { time } = useText();
  return (
    <>
      {text.writtenAt && <p className="small quiet">{sayExactDay(text.writtenAt, time)}</p>}
      <blockquote className="preserve">{text.text}</blockquote>
    </>
  );
}
