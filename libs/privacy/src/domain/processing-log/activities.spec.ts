import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { AUDITED_ACTIONS, findAuditedAction } from './activities.js';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));
const NAME = /^[a-z][a-z-]*(?:\.[a-z-]+)+$/;

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !/\b(?:demo|domain|dto|generated)\b/.test(name))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'));
}

/** What stands where an audit line is written: `record(tx, { action: … })`, a line inside a read, a function that makes one. */
const PLACES = [
  /\baction: ['`]([^'`]+)['`]/g,
  /INSERT INTO audit_event[^;]*?\bSELECT\b[^;]*?'([a-z-]+\.[a-z-]+)'/g,
  /\b(?:auditedList|seen|this\.audit|this\.tell|auditLine|audited)\((?:[\w.]+, )*['`]([^'`]+)['`]/g,
];

/** `reminder.${state}` is any of its kind: `reminder.*`. */
const spelled = (text: string): string => text.replace(/\$\{[^}]*\}.*$/, '*');

function auditedInSource(): string[] {
  const texts = ['libs', 'apps/api/src', 'apps/worker/src', 'apps/naast/src'].flatMap(sources);
  const found = texts.flatMap((text) => PLACES.flatMap((place) => [...text.matchAll(place)].map(([, name = '']) => spelled(name))));
  return [...new Set(found)].filter((name) => name.endsWith('.*') || NAME.test(name)).sort();
}

describe('every action that the audit knows', () => {
  const actions = auditedInSource();

  it('is found in the source, or this would prove nothing', () => {
    expect(actions).toEqual(expect.arrayContaining(['household.read', 'referral.requested', 'referral.*', 'waiting-list.listed', 'sharing.previewed', 'session.opened', 'household.registered']));
    process.stdout.write(`audited actions in the source: ${actions.length}\n`);
  });

  it('belongs to a line of the register of processing', () => {
    expect(actions.filter((action) => !findAuditedAction(action))).toEqual([]);
  });

  it('says to the resident in words that fit behind "Een regisseur van het team"', () => {
    for (const [action, { says }] of Object.entries(AUDITED_ACTIONS)) {
      if (says !== undefined) expect({ action, says }).toEqual({ action, says: expect.stringMatching(/^[a-z][^.!]*[^.! ]$/) });
    }
  });
});
