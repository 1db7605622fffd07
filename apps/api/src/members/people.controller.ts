import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { AddressesService, DeparturesService, MemberContactService, MembersService } from '#households';
import { MoverRecords } from '#privacy';
import { Allows } from '../http/allows.js';
import { CurrentActor } from '../http/current-actor.js';
import { Id } from '../http/id.js';
import { IfMatch } from '../http/if-match.js';
import { KeepsNothing } from '../http/keeps-nothing.js';
import { AddMemberRequest, ChangeContactRequest, ChangeRoleRequest, LeaveRequest, MoveHouseRequest, ReturnRequest } from './dto/member.request.js';
import { ChangedResponse, MovedHouseResponse, MovedMemberResponse, PeopleResponse, RevealedAddressResponse } from './dto/people.response.js';
import { PeopleQueries } from './people.queries.js';

@ApiTags('Gezinnen')
@Allows('regisseur', 'case-worker')
@Controller('v1/households/:id')
export class PeopleController {
  constructor(
    private readonly members: MembersService,
    private readonly departures: DeparturesService,
    private readonly contact: MemberContactService,
    private readonly addresses: AddressesService,
    private readonly records: MoverRecords,
    private readonly people: PeopleQueries,
  ) {}

  /** Who belongs to this family, how to reach them, who acts for them by law, and who stands beside them. That you read it is noted. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @Get('people')
  read(@CurrentActor() actor: Actor, @Id() id: string): Promise<PeopleResponse> {
    return this.people.get(actor, id);
  }

  /** Somebody belongs to the family from a day on. */
  @Post('members')
  add(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: AddMemberRequest): Promise<ChangedResponse> {
    return this.members.add(actor, id, body);
  }

  /** Another place in the family. If-Match: the version of the member. */
  @Put('members/:memberId/role')
  changeRole(@CurrentActor() actor: Actor, @Id() id: string, @Id('memberId') memberId: string, @IfMatch() version: number, @Body() body: ChangeRoleRequest): Promise<ChangedResponse> {
    return this.members.changeRole(actor, id, memberId, body.role, version);
  }

  /** How somebody wants to be reached, and where they live. If-Match: the version of the member. */
  @Put('members/:memberId/contact')
  changeContact(@CurrentActor() actor: Actor, @Id() id: string, @Id('memberId') memberId: string, @IfMatch() version: number, @Body() body: ChangeContactRequest): Promise<ChangedResponse> {
    return this.contact.change(actor, id, memberId, body, version);
  }

  /** Somebody does not belong to the family any more. They stay in its history; partners do not see them any more. If-Match: the version of the member. */
  @Post('members/:memberId/departure')
  @HttpCode(200)
  leave(@CurrentActor() actor: Actor, @Id() id: string, @Id('memberId') memberId: string, @IfMatch() version: number, @Body() body: LeaveRequest): Promise<MovedMemberResponse> {
    return this.departures.leave(actor, id, memberId, body, version, this.records.whoLeft);
  }

  /** Somebody who left is back. If-Match: the version of the member. */
  @Post('members/:memberId/return')
  @HttpCode(200)
  comeBack(@CurrentActor() actor: Actor, @Id() id: string, @Id('memberId') memberId: string, @IfMatch() version: number, @Body() body: ReturnRequest): Promise<MovedMemberResponse> {
    return this.departures.comeBack(actor, id, memberId, body, version, this.records.whoReturned);
  }

  /** The family moved, or its address becomes protected. What it was is kept. If-Match: the version of the household. */
  @Put('address')
  move(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: MoveHouseRequest): Promise<MovedHouseResponse> {
    return this.addresses.move(actor, id, body, version);
  }

  /** Show a protected address, with where the family lived before. That you asked is noted. */
  @Allows('regisseur', 'case-worker', 'team-lead')
  @KeepsNothing()
  @Post('address/reveal')
  @HttpCode(200)
  reveal(@CurrentActor() actor: Actor, @Id() id: string): Promise<RevealedAddressResponse> {
    return this.addresses.reveal(actor, id);
  }
}
