import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#kernel';
import { Clock, decodeCursor, encodeCursor, SubjectVault, UnitOfWork } from '#platform';
import { accessLogSetting, type SeenLine, type Sighting, sightings, TOLD } from '../domain/processing-log/index.js';

/** Somebody whose log it is. */
export interface Subject {
  readonly memberId: string;
  readonly name: string;
}

export interface AccessLogPage {
  readonly people: Subject[];
  readonly items: (Omit<Sighting, 'memberIds'> & { readonly names: string[] })[];
  readonly nextCursor: string | null;
}

export interface MyFile {
  readonly people: (Subject & { readonly capacity: 'self' | 'representative' })[];
  readonly regisseurs: { readonly name: string; readonly organisation: string }[];
}

interface Whose {
  readonly people: Subject[];
  readonly settings: unknown;
}

const SETTINGS = '(SELECT settings FROM municipality WHERE id = access.municipality())';
const PEOPLE = `coalesce(jsonb_agg(jsonb_build_object('memberId', m.member_id, 'name', m.name, 'capacity', m.capacity) ORDER BY m.name, m.member_id), '[]')`;
const NOTED = 'INSERT INTO audit_event (municipality_id, user_id, organisation_id, action, subject_kind, subject_id, household_id, details)';

const MY_FILE = {
  name: 'my-file',
  text: `SELECT (SELECT ${PEOPLE} FROM access.my_members($1::date) m) AS people,
    (SELECT coalesce(jsonb_agg(r ORDER BY r.name), '[]') FROM access.my_regisseurs() r) AS regisseurs`,
};

const MINE = {
  name: 'access-log-of-mine',
  text: `WITH m AS MATERIALIZED (SELECT * FROM access.my_members($1::date)),
    seen AS (${NOTED}
      SELECT access.municipality(), access.user_id(), access.organisation(), 'access-log.own-read', 'member', NULL, NULL,
        jsonb_build_object('memberIds', jsonb_agg(member_id)) FROM m HAVING count(*) > 0)
    SELECT ${PEOPLE} AS people, ${SETTINGS} AS settings FROM m`,
};

// Row-level security shows members to whoever is involved; printing for the family is for who coordinates it.
const OF_MEMBER = {
  name: 'access-log-of-member',
  text: `WITH m AS MATERIALIZED (
      SELECT m.id AS member_id, m.municipality_id, m.household_id, concat_ws(' ', m.first_name, m.infix, m.last_name) AS name, 'self' AS capacity
      FROM household_member m WHERE m.id = $2 AND m.household_id = $1 AND EXISTS (
        SELECT FROM household_access a WHERE a.household_id = m.household_id AND a.user_id = access.user_id() AND a.reason IN ('regisseur', 'substitute'))),
    seen AS (${NOTED}
      SELECT m.municipality_id, access.user_id(), access.organisation(), 'access-log.read', 'member', m.member_id, m.household_id,
        jsonb_build_object('memberId', m.member_id) FROM m)
    SELECT ${PEOPLE} AS people, ${SETTINGS} AS settings FROM m`,
};

const LINES = { name: 'who-saw', text: 'SELECT * FROM access.who_saw($1::bytea[], $2::bigint, $3::int, $4::text[], $5::text[], $6::text[])' };
const NEWEST = 9_007_199_254_740_991;
/** So many lines fit on paper that somebody still reads. */
export const MOST_ON_PAPER = 500;

const isLine = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) > 0;
const beforeOf = (cursor: string | undefined): number => Number(decodeCursor(cursor, [isLine])?.[0] ?? NEWEST);
const noMember = (): DomainError => new DomainError('access-log.not-found', 'Deze persoon bestaat niet, of je mag dit overzicht niet zien.', { kind: 'not-found' });

/** "Wie zag mijn dossier?" (AVG 15): for the resident, and for the regisseur who prints it for somebody without an account. */
@Injectable()
export class AccessLogQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly vault: SubjectVault,
    private readonly clock: Clock,
  ) {}

  /** For whom the resident may ask, and who their regisseur is. */
  async myFile(actor: Actor): Promise<MyFile> {
    const [row] = await this.work.read<MyFile>(actor, MY_FILE, [this.clock.today()]);
    return row ?? { people: [], regisseurs: [] };
  }

  /** Own lines, and those of the children under 16 whom one represents; the newest first. */
  async mine(actor: Actor, page: { limit: number; cursor?: string }): Promise<AccessLogPage> {
    const before = beforeOf(page.cursor);
    return this.page(actor, await this.whose(actor, MINE, [this.clock.today()]), before, page.limit);
  }

  /** The lines of one member, for their regisseur. Throws `not-found` for everybody else. */
  async ofMember(actor: Actor, householdId: string, memberId: string, page: { limit: number; cursor?: string }): Promise<AccessLogPage> {
    const before = beforeOf(page.cursor);
    const whose = await this.whose(actor, OF_MEMBER, [householdId, memberId]);
    if (whose.people.length === 0) throw noMember();
    return this.page(actor, whose, before, page.limit);
  }

  private async whose(actor: Actor, read: { name: string; text: string }, values: unknown[]): Promise<Whose> {
    const [row] = await this.work.read<Whose>(actor, read, values);
    return row ?? { people: [], settings: null };
  }

  private async page(actor: Actor, { people, settings }: Whose, before: number, limit: number): Promise<AccessLogPage> {
    const found = await this.lines(actor, people, before, limit + 1);
    const lines = found.slice(0, limit);
    const last = lines.at(-1);
    return { people, items: named(sightings(lines, accessLogSetting(settings)), people), nextCursor: found.length > limit && last ? encodeCursor([last.id]) : null };
  }

  private async lines(actor: Actor, people: readonly Subject[], before: number, most: number): Promise<SeenLine[]> {
    const byIndex = new Map(people.flatMap(({ memberId }) => this.vault.indexesOf(memberId).map((index) => [index.toString('hex'), memberId] as const)));
    if (byIndex.size === 0) return [];
    const indexes = [...byIndex.keys()].map((hex) => Buffer.from(hex, 'hex'));
    const rows = await this.work.read<SeenLine & { subject: Buffer }>(actor, LINES, [indexes, before, most, TOLD.told, TOLD.silent, TOLD.silentRooms]);
    return rows.map((row) => ({ ...row, memberId: byIndex.get(row.subject.toString('hex')) ?? '' }));
  }
}

/** In the order in which the people are listed; somebody with two households is named once. */
const named = (found: readonly Sighting[], people: readonly Subject[]): AccessLogPage['items'] =>
  found.map(({ memberIds, ...one }) => ({ ...one, names: [...new Set(people.filter(({ memberId }) => memberIds.includes(memberId)).map(({ name }) => name))] }));
