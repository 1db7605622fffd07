export { BreakGlassModule } from './break-glass.module.js';
export { type BreakGlassNotice, BreakGlassNotices } from './break-glass.notices.js';
export { BreakGlassQueries, type BreakGlassView } from './break-glass.queries.js';
export { BreakGlassService, type OpenedBreakGlass } from './break-glass.service.js';
