import { Controller, Get, NotFoundException, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/allows.js';
import type { NaastRequest } from '../http/request.js';

const SERVER_PATHS = /^\/(v1|health|sign-in|sign-out|assets)(\/|$|\?)/;

/** Every page of the web app is the same file; its own router reads the path. */
@ApiExcludeController()
@Controller()
export class SpaController {
  @Public()
  @Get('*')
  page(@Req() request: NaastRequest, @Res() reply: FastifyReply): void {
    if (SERVER_PATHS.test(request.url) || !request.headers.accept?.includes('text/html')) throw new NotFoundException();
    void reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
  }
}
