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
}

export function checkBasis(draft: BasisDraft, required: Messages['basis']['required']): Errors {
  const { freelyGivenReason, ...always } = draft;
  const questions = Object.entries(always) as [keyof typeof always, unknown][];
  return missing(
    ...questions.map(([name, value]) => [name, value, required[name]] as const),
    ...(draft.type === 'consent' ? [['freelyGivenReason', freelyGivenReason, required.freelyGivenReason] as const] : []),
  );
}

export const bodyOf = ({ freelyGivenReason, ...draft }: BasisDraft): NewLegalBasis =>
  ({ ...draft, ...(draft.type === 'consent' ? { freelyGivenReason } : {}) }) as NewLegalBasis;
