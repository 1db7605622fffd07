import { Injectable } from '@nestjs/common';
import { Audit, type Transaction } from '#platform';
import { type CaseloadBand, type CaseloadNow, passBand } from '../domain/index.js';

// One after the other per regisseur, in one order: two questions at once can't both be the last that fits.
const LOCK = `SELECT pg_advisory_xact_lock(hashtext('naast-caseload'), hashtext(id::text)) FROM (SELECT id FROM unnest($1::uuid[]) AS id ORDER BY id) o`;
const LOADS = `SELECT regisseur_id AS id, caseload, coming, band_min AS "bandMin", band_max AS "bandMax" FROM access.load_of($1::uuid[])`;

interface Load extends CaseloadNow {
  readonly id: string;
  /** Without a team there is no band. */
  readonly bandMin: number | null;
  readonly bandMax: number | null;
}

export interface Asked {
  readonly id: string;
  readonly householdId: string;
  readonly regisseurId: string;
  readonly overrideReason?: string | undefined;
}

const bandOf = ({ bandMin, bandMax }: Load): CaseloadBand | null => (bandMin === null || bandMax === null ? null : { bandMin, bandMax });

/** Nobody gets a family above the band of the team unless a team lead says why. */
@Injectable()
export class CaseloadGate {
  constructor(private readonly audit: Audit) {}

  /** Holds back everybody who would ask these people too, until this transaction stands. */
  async hold(tx: Transaction, regisseurIds: readonly string[]): Promise<void> {
    await tx.query(LOCK, [[...new Set(regisseurIds)]]);
  }

  /** The reason with which the band is passed, noted in the log; null when it is not. Throws `refused` with `caseload.above-band`. */
  async pass(tx: Transaction, subjectKind: 'assignment' | 'handover', { id, householdId, regisseurId, overrideReason }: Asked): Promise<string | null> {
    await this.hold(tx, [regisseurId]);
    const [load] = await tx.query<Load>(LOADS, [[regisseurId]]);
    if (!load) return null;
    const reason = passBand(tx.actor, load, bandOf(load), overrideReason);
    if (reason !== null) {
      const details = { regisseurId, families: load.caseload + load.coming + 1, bandMax: load.bandMax };
      await this.audit.record(tx, { action: 'caseload.band-passed', subjectKind, subjectId: id, householdId, details });
    }
    return reason;
  }
}
