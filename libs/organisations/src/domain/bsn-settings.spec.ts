import { expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { bsnSettings } from './bsn-settings.js';

const organisation = newId();
const STRICT = { mandatedOrganisations: [], looksPerHour: 20 };

it.each<[string, unknown, object]>([
  ['nothing', undefined, STRICT],
  ['no part about the BSN', { places: ['Groningen'] }, STRICT],
  ['a mandate and a limit', { bsn: { mandatedOrganisations: [organisation], looksPerHour: 5 } }, { mandatedOrganisations: [organisation], looksPerHour: 5 }],
  ['what is no organisation, and no number', { bsn: { mandatedOrganisations: ['WIJ', 7], looksPerHour: '100' } }, STRICT],
  ['a list that is no list, and half a look', { bsn: { mandatedOrganisations: organisation, looksPerHour: 2.5 } }, STRICT],
])('settings with %s', (_, settings, expected) => expect(bsnSettings(settings)).toEqual(expected));
