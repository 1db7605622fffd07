import { Injectable } from '@nestjs/common';
import { type Actor, type LocalDate } from '#kernel';
import type { NetworkKind } from '#households';
import { auditedList, Clock, UnitOfWork } from '#platform';

export interface BackedUp {
  readonly id: string;
  readonly kind: NetworkKind;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly since: LocalDate;
  readonly until: LocalDate | null;
  readonly regisseur: string | null;
}

const MOST = 100;
const BACKED_UP = {
  name: 'network-backed-up',
  text: auditedList('network.backed-up', 'SELECT b.id, b.kind, b.name, b.phone, b.email, b.since, b.until, b.regisseur FROM access.my_buddies($1) b LIMIT $2', '$2'),
};

/** Whom the actor backs up. */
@Injectable()
export class BackedUpQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<BackedUp[]> {
    return this.work.read<BackedUp>(actor, BACKED_UP, [this.clock.today(), MOST + 1]);
  }
}
