import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { AssignmentsService } from '#regie';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { CreatedResponse } from '../http/created.response.js';
import { DeclineAssignmentRequest } from './dto/decline-assignment.request.js';
import { EndAssignmentRequest } from './dto/end-assignment.request.js';
import { ProposeRegisseurRequest } from './dto/propose-regisseur.request.js';

@ApiTags('Regie')
@Controller('v1/households/:id/assignments')
export class AssignmentsController {
  constructor(private readonly assignments: AssignmentsService) {}

  /** Propose a regisseur for this family. If-Match: the version of the household. Above the band of the team only with `overrideReason`. */
  @Allows('team-lead')
  @Post()
  propose(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: ProposeRegisseurRequest): Promise<CreatedResponse> {
    return this.assignments.propose(actor, id, body, version);
  }

  /** Say yes. If-Match: the version of the proposal. */
  @Allows('regisseur')
  @Post(':assignmentId/acceptance')
  @HttpCode(204)
  accept(@CurrentActor() actor: Actor, @Id() id: string, @Id('assignmentId') assignmentId: string, @IfMatch() version: number): Promise<void> {
    return this.assignments.accept(actor, id, assignmentId, version);
  }

  /** Say no, with the reason. If-Match: the version of the proposal. */
  @Allows('regisseur')
  @Post(':assignmentId/decline')
  @HttpCode(204)
  decline(@CurrentActor() actor: Actor, @Id() id: string, @Id('assignmentId') assignmentId: string, @IfMatch() version: number, @Body() body: DeclineAssignmentRequest): Promise<void> {
    return this.assignments.decline(actor, id, assignmentId, body.reason, version);
  }

  /** End the regie; the dossier closes for the regisseur. If-Match: the version of the assignment. */
  @Allows('team-lead')
  @Post(':assignmentId/end')
  @HttpCode(204)
  end(@CurrentActor() actor: Actor, @Id() id: string, @Id('assignmentId') assignmentId: string, @IfMatch() version: number, @Body() body: EndAssignmentRequest): Promise<void> {
    return this.assignments.end(actor, id, assignmentId, body.reason, version);
  }
}
