/** The facts of the gate as JSON, each under row-level security. Whether a period holds is up to the gate. */
const listOf = (object: string, from: string): string => `coalesce((SELECT jsonb_agg(jsonb_build_object(${object})) FROM ${from}), '[]')`;

/** Active bases; `b` is the legal_basis. */
export const basesJson = (where: string): string => listOf(
  `'id', b.id, 'memberId', b.member_id, 'toOrganisationId', b.to_organisation_id, 'dataCategories', b.data_categories, 'type', b.type,
   'article', b.article, 'state', b.state, 'validFrom', b.valid_from, 'validUntil', b.valid_until, 'secrecyCategories', c.secrecy_categories`,
  `legal_basis b LEFT JOIN basis_rule c ON c.municipality_id = b.municipality_id AND c.code = b.catalogue_code WHERE ${where} AND b.state = 'active'`,
);

/** Agreements that can be in force; `a` is the data_sharing_agreement. */
export const agreementsJson = (where: string): string => listOf(
  `'organisationId', a.organisation_id, 'categories', a.categories, 'state', a.state, 'validFrom', a.valid_from, 'validUntil', a.valid_until`,
  `data_sharing_agreement a WHERE ${where} AND a.state IN ('active', 'taken-over')`,
);

/** Active releases of professional secrecy; `y` is the secrecy_release. */
export const releasesJson = (where: string): string => listOf(
  `'memberId', y.member_id, 'toOrganisationId', y.to_organisation_id, 'categories', y.categories, 'state', y.state,
   'validFrom', y.valid_from, 'validUntil', y.valid_until`,
  `secrecy_release y WHERE ${where} AND y.state = 'active'`,
);
