import type { RightsRequest } from '../../api/types.js';
import { Facts } from '../../components/Facts.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';

/** Everything that is recorded of a request, in the order in which it happened. */
export function RequestFacts({ request }: { request: RightsRequest }) {
  const { rights: say, words, time } = useText();
  const on = (day: string): string => sayExactDay(day, time);
  const { identity, extension, decision, completion, lifting, withdrawal } = request;
  return (
    <Facts
      facts={[
        [say.about, `${request.memberName} (${words.member[request.memberRole].toLowerCase()}, ${say.born.toLowerCase()} ${on(request.birthDate)})`],
        [say.question, request.question],
        [say.received, `${on(request.receivedOn)}, ${say.channels[request.channel].toLowerCase()}, ${say.writtenBy(request.receivedBy)}`],
        [say.askedBy, request.authority ? `${request.representativeName ?? ''} (${say.authorities[request.authority as keyof typeof say.authorities].toLowerCase()})` : say.askedBySelf],
        [say.identityAsked, request.identityAsked],
        [say.identity, identity && `${say.knownBy[identity.how]} – ${identity.by}, ${on(identity.on)}`],
        [say.extension, extension && `${extension.reasons} – ${on(extension.toldOn)}`],
        [say.decision, decision && `${decision.reasons} – ${decision.by}, ${on(decision.at)}`],
        [say.ownStatement, request.ownStatement],
        [say.corrections, request.correctionsMade > 0 && String(request.correctionsMade)],
        [say.restricted, request.restrictedSince && on(request.restrictedSince)],
        [say.completion, completion && `${completion.note} – ${completion.by}, ${on(completion.on)}`],
        [say.lifting, lifting && `${lifting.reason} – ${on(lifting.on)}`],
        [say.withdrawal, withdrawal && `${withdrawal.reason ?? ''} ${on(withdrawal.on)}`],
      ]}
    />
  );
}
