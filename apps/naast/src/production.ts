import { runsInProduction } from './environment.js';
import { LaunchError } from './launch-error.js';

/** The embedded parts know no real users and no vault: they are for trying, developing and testing. */
export function refuseInProduction(part: string, variable: string): void {
  if (!runsInProduction()) return;
  throw new LaunchError(`De ingebouwde ${part} start niet met NODE_ENV=production. Zet ${variable}.`);
}
