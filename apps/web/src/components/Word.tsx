import { useText } from '../i18n/index.js';
import type { FundState, HouseholdState, ReferralState, Urgency } from '../api/types.js';

export type Tone = 'plain' | 'open' | 'warm' | 'alarm';

/** A status is a word; its colour only helps. */
export function Word({ tone = 'plain', children }: { tone?: Tone; children: string }) {
  return <span className={tone === 'plain' ? 'word' : `word word--${tone}`}>{children}</span>;
}

const urgencyTone: Record<Urgency, Tone> = { spoed: 'alarm', hoog: 'warm', normaal: 'plain', laag: 'plain' };

export function UrgencyWord({ urgency }: { urgency: Urgency }) {
  return <Word tone={urgencyTone[urgency]}>{useText().words.urgency[urgency]}</Word>;
}

const openReferral: readonly string[] = ['requested', 'accepted', 'in-progress', 'on-hold'];

export function ReferralWord({ state }: { state: ReferralState }) {
  return <Word tone={openReferral.includes(state) ? 'open' : 'plain'}>{useText().words.referral[state]}</Word>;
}

export function HouseholdWord({ state }: { state: HouseholdState }) {
  return <Word tone={state === 'active' ? 'open' : 'plain'}>{useText().words.household[state]}</Word>;
}

const fundTones: Partial<Record<FundState, Tone>> = { incomplete: 'warm', granted: 'open', 'partly-granted': 'open' };

export function FundWord({ state }: { state: FundState }) {
  return <Word tone={fundTones[state] ?? 'plain'}>{useText().words.fund[state]}</Word>;
}
