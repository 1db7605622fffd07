import { Controller, Get, NotFoundException, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/allows.js';
import type { NaastRequest } from '../http/request.js';

const SERVER_PATHS = /^\/(v1|health|sign-in|sign-out|assets)(\/|$|\?)/;
// A file that is not there is not a page; a page has no dot in its last part.
const A_FILE = /^[^?]*\.[^/?]*(\?|$)/;
const WANTS_A_PAGE = /text\/html|\*\/\*/;

/** Every page of the web app is the same file; its own router reads the path. */
@ApiExcludeController()
@Controller()
export class SpaController {
  @Public()
  @Get('*')
  page(@Req() request: NaastRequest, @Res() reply: FastifyReply): void {
    if (SERVER_PATHS.test(request.url) || A_FILE.test(request.url) || !WANTS_A_PAGE.test(request.headers.accept ?? '*/*')) throw new NotFoundException();
    void reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
  }
}
