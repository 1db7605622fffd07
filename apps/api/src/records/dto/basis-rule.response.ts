import { ApiProperty } from '@nestjs/swagger';
import { BASIS_TYPES, type BasisType, DATA_CATEGORY_NAMES, type DataCategory, ORGANISATION_KINDS, type OrganisationKind } from '#privacy';

export class BasisRuleResponse {
  /** What a basis that is recorded under it carries as `catalogueCode`. */
  code: string;
  law: string;
  article: string;
  @ApiProperty({ enum: Object.keys(BASIS_TYPES) })
  type: BasisType;
  /** What it may be used for; empty: the purpose is written out each time. */
  purposes: readonly string[];
  @ApiProperty({ enum: DATA_CATEGORY_NAMES, isArray: true })
  dataCategories: readonly DataCategory[];
  @ApiProperty({ enum: Object.keys(ORGANISATION_KINDS), isArray: true })
  organisationKinds: readonly OrganisationKind[];
  /** Organisations that may receive whatever their kind is. */
  organisationIds: readonly string[];
  maxMonths: number;
  mayIncludeBsn: boolean;
  /** For these a professional's secrecy stands: a release is needed beside the basis. */
  @ApiProperty({ enum: DATA_CATEGORY_NAMES, isArray: true })
  secrecyCategories: readonly DataCategory[];
  enabled: boolean;
  explanation: string;
  version: number;
  switchedAt: Date | null;
  /** Name of who switched it last. */
  switchedBy: string | null;
  /** Why it was switched last, as that person wrote it. */
  switchReason: string | null;
}

export class BasisCatalogueResponse {
  items: BasisRuleResponse[];
}

export class SwitchedRuleResponse {
  /** How many bases lean on it and wait for review. */
  toReview: number;
}
