import { Household, HouseholdMember } from '#households';
import { RegisseurAssignment } from '#regie';
import { AssignmentsModule } from './assignments/assignments.module.js';
import { HealthModule } from './health/health.module.js';
import { MeModule } from './me/me.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { SpaModule } from './spa/spa.module.js';

/** Every feature that has routes. The web app comes last: it answers what no other route knows. */
export const features = [SignInModule, MeModule, AssignmentsModule, HealthModule, SpaModule];

/** Every entity that a service writes. */
export const entities = [Household, HouseholdMember, RegisseurAssignment];
