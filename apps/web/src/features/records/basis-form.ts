import type { BasisRule, DataCategory, NewLegalBasis } from '../../api/types.js';
import { missing, type Errors } from '../../components/form/index.js';
import type { Messages } from '../../i18n/index.js';
import { agreedBy, type AgreedDraft } from './agreed-by.js';

export interface BasisDraft extends AgreedDraft {
  memberId: string;
  toOrganisationId: string;
  catalogueCode: string;
  /** More precise than the rule has it; may stay empty. */
  article: string;
  /** One of the purposes of the rule; the rule without purposes has only `purpose`. */
  rulePurpose: string;
  purpose: string;
  dataCategories: DataCategory[];
  validFrom: string;
  validUntil: string;
  proof: NewLegalBasis['proof'] | '';
  freelyGivenReason: string;
}

export function checkBasis(draft: BasisDraft, rule: BasisRule | undefined, required: Messages['basis']['required']): Errors {
  const always = ['memberId', 'toOrganisationId', 'catalogueCode', 'dataCategories', 'validFrom', 'validUntil', 'proof'] as const;
  const fixed = rule && rule.purposes.length > 0;
  return missing(
    ...always.map((name) => [name, draft[name], required[name]] as const),
    fixed ? ['rulePurpose', draft.rulePurpose, required.purpose] : ['purpose', draft.purpose, required.purpose],
    ...(rule?.type === 'consent' ? ([['freelyGivenReason', draft.freelyGivenReason, required.freelyGivenReason], ['agreedBy', agreedBy(draft.memberId, draft), required.agreedBy]] as const) : []),
  );
}

/** Article and purpose of the rule, or more specific. */
export function bodyOf(draft: BasisDraft, rule: BasisRule): NewLegalBasis {
  const { memberId, toOrganisationId, dataCategories, validFrom, validUntil, proof, freelyGivenReason } = draft;
  const purpose = rule.purposes.length === 0 ? draft.purpose : [draft.rulePurpose, draft.purpose.trim()].filter(Boolean).join(': ');
  const allowed = dataCategories.filter((category) => rule.dataCategories.includes(category));
  const consent = rule.type === 'consent' ? { freelyGivenReason, agreedBy: agreedBy(memberId, draft) } : {};
  return {
    memberId, toOrganisationId, validFrom, validUntil, proof: proof as NewLegalBasis['proof'], catalogueCode: rule.code, type: rule.type, article: draft.article.trim() || rule.article,
    purpose, dataCategories: allowed, ...consent,
  };
}

/** What this organisation may receive on, of what the municipality has switched on. */
export const rulesFor = (rules: readonly BasisRule[], organisation: { id: string; kind: string } | undefined): BasisRule[] =>
  rules.filter(({ enabled, organisationKinds, organisationIds }) => enabled && organisation
    && ((organisationKinds as readonly string[]).includes(organisation.kind) || organisationIds.includes(organisation.id)));
