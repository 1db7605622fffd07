import { Injectable } from '@nestjs/common';
import { type Actor, isId } from '#kernel';
import { Clock, decodeCursor, type Page, toPage, UnitOfWork } from '#platform';
import { agreementColumns, type AgreementRow, type AgreementView, agreementView } from './agreement-view.js';

const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const LIST = {
  name: 'data-sharing-agreements',
  text: `SELECT ${agreementColumns('$4')} FROM data_sharing_agreement g WHERE g.municipality_id = $1 AND g.id < $2 ORDER BY g.id DESC LIMIT $3`,
};

/** The register of agreements with partners; a partner reads its own. */
@Injectable()
export class AgreementsQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(actor: Actor, { limit, cursor }: { limit: number; cursor?: string }): Promise<Page<AgreementView>> {
    const today = this.clock.today();
    const after = decodeCursor(cursor, [isId])?.[0] ?? NEWEST;
    const rows = await this.work.read<AgreementRow>(actor, LIST, [actor.municipalityId, after, limit + 1, today]);
    return toPage(rows.map((row) => agreementView(actor, row, today)), limit, ({ id }) => [id]);
  }
}
