import { Controller, Get, HttpCode, HttpException } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { systemActor, UnitOfWork } from '#platform';
import { Public } from '../http/allows.js';
import { HealthResponse } from './health.response.js';

const PING = { name: 'ping', text: 'SELECT 1' };

@ApiTags('Gezondheid')
@Controller('health')
export class HealthController {
  constructor(private readonly work: UnitOfWork) {}

  /** The process runs. */
  @Public()
  @Get('live')
  @HttpCode(200)
  live(): HealthResponse {
    return { status: 'ok' };
  }

  /** The process can do its work: the database answers. */
  @Public()
  @Get('ready')
  async ready(): Promise<HealthResponse> {
    await this.work.read(systemActor('', 'health'), PING).catch(() => {
      throw new HttpException('not ready', 503);
    });
    return { status: 'ok' };
  }
}
