export * from './domain/index.js';
export { basisNews, type BasisNotice } from './basis-news.js';
export { BASIS_COLUMNS, BASIS_JSON, type BasisRow, type BasisView, basisView } from './basis-view.js';
export { type BasisInput, LegalBasesService, type LostBasis, type StopWhatLeansOn, type Withdrawal } from './legal-bases.service.js';
export { LegalBasis } from './legal-basis.entity.js';
export { PrivacyModule } from './privacy.module.js';
export { askGate, basisRelation, holdSharingFacts, requireOrganisation, type SharingFacts, type ShareWish } from './sharing-facts.js';
export { SharingQueries } from './sharing.queries.js';
