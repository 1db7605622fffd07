import type { DataCategory, LegalBasis, NewLegalBasis } from '../../api/types.js';
import { missing, type Errors } from '../../components/form/index.js';
import type { Messages } from '../../i18n/index.js';

export interface BasisDraft {
  memberId: string;
  type: LegalBasis['type'] | '';
  article: string;
  purpose: string;
  dataCategories: DataCategory[];
  toOrganisationId: string;
  validFrom: string;
  validUntil: string;
  proof: NewLegalBasis['proof'] | '';
  freelyGivenReason: string;
  legalRepresentative: string;
}

export function checkBasis(draft: BasisDraft, required: Messages['basis']['required']): Errors {
  const always = [
    'memberId',
    'toOrganisationId',
    'type',
    'article',
    'purpose',
    'dataCategories',
    'validFrom',
    'validUntil',
    'proof',
  ] as const;
  return missing(
    ...always.map((name) => [name, draft[name], required[name]] as const),
    ...(draft.type === 'consent' ? [['freelyGivenReason', draft.freelyGivenReason, required.freelyGivenReason] as const] : []),
  );
}

export const bodyOf = ({ freelyGivenReason, legalRepresentative, ...draft }: BasisDraft): NewLegalBasis => {
  const consent = { freelyGivenReason, legalRepresentative: legalRepresentative || undefined };
  return { ...draft, ...(draft.type === 'consent' ? consent : {}) } as NewLegalBasis;
};
